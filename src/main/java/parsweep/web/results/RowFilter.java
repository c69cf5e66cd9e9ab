package parsweep.web.results;

import java.util.List;
import java.util.stream.Stream;

/** Which rows are wanted. Not thread-safe. */
interface RowFilter {
    /** The columns that {@link #accepts} looks at. */
    List<ResultColumn> columns();

    boolean accepts(SweepBatch batch, int row);

    /** What both accept. */
    default RowFilter and(RowFilter other) {
        RowFilter first = this;
        List<ResultColumn> both = Stream.concat(first.columns().stream(), other.columns().stream())
                .toList();
        return new RowFilter() {
            @Override
            public List<ResultColumn> columns() {
                return both;
            }

            @Override
            public boolean accepts(SweepBatch batch, int row) {
                return first.accepts(batch, row) && other.accepts(batch, row);
            }
        };
    }
}
