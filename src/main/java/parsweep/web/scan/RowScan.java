package parsweep.web.scan;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parsweep.sweep.SweepResults;
import parsweep.sweep.SweepResults.OutcomeBlock;

/** Goes over the rows of a sweep that have an outcome, or those of them that a filter selects, in the order of indices. */
public final class RowScan {
    private final SweepResults results;
    private final @Nullable RowFilter filter;

    /** What is done with rows. */
    public interface Sink {
        /** A row that has outputs. */
        void done(Row row);

        /** A row that failed, and so has parameters only. */
        default void failed(Row row) {}

        /** Treats rows alike, whether they failed or not. */
        static Sink ofAll(Consumer<Row> sink) {
            return new Sink() {
                @Override
                public void done(Row row) {
                    sink.accept(row);
                }

                @Override
                public void failed(Row row) {
                    sink.accept(row);
                }
            };
        }
    }

    private RowScan(SweepResults results, @Nullable RowFilter filter) {
        this.results = results;
        this.filter = filter;
    }

    /**
     * A scan that can be run again and again. While the sweep runs, each may find more rows than the one before.
     *
     * @param where a condition in the formula language; null for all rows
     * @throws parsweep.web.BadRequest if it is none, or names what is not there
     */
    public static RowScan of(SweepResults results, @Nullable String where) {
        return new RowScan(results, where == null || where.isBlank() ? null : new RowFilter(results, where));
    }

    public SweepResults results() {
        return results;
    }

    public void run(Sink sink) {
        OutcomeBlock block = results.next(0);
        if (block == null) {
            return;
        }
        Row row = new Row(results, block);
        while (block != null) {
            int rows = block.outcomes().rows();
            for (int position = 0; position < rows; position++) {
                row.moveTo(block, position);
                if (filter != null && !filter.selects(row)) {
                    continue;
                }
                if (row.isDone()) {
                    sink.done(row);
                } else {
                    sink.failed(row);
                }
            }
            block = results.next(block.end());
        }
    }
}
