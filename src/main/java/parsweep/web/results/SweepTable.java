package parsweep.web.results;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parsweep.export.Column;
import parsweep.export.Table;
import parsweep.sweep.SweepResults;

/**
 * The results of a sweep as a table, as they were when it was made: the rows and columns of a {@link Selection}. Rows are
 * of the points that have an outcome or, aligned, of all indices in a range.
 */
final class SweepTable implements Table {
    /** Rows that are handed out at a time. */
    static final int BATCH_ROWS = 4096;

    private final SweepResults results;
    private final Selection selection;
    private final RowScan scan;
    private final long skip; // rows before the first
    private final long end; // most rows, those that are skipped included
    private final Counted counted;
    private final List<Axis> axes;

    /** What takes a pass to find out, and is shared by all slices of a table. */
    private static final class Counted {
        private long rows = -1;
        private long @Nullable [] sorted;
    }

    private SweepTable(
            SweepResults results,
            Selection selection,
            RowScan scan,
            long skip,
            long end,
            Counted counted,
            List<Axis> axes) {
        this.results = results;
        this.selection = selection;
        this.scan = scan;
        this.skip = skip;
        this.end = end;
        this.counted = counted;
        this.axes = axes;
    }

    /**
     * @param rows of which indices
     */
    static SweepTable of(SweepResults results, Selection selection, RowScan rows) {
        return new SweepTable(results, selection, rows, 0, selection.limit(), new Counted(), List.of());
    }

    /** The same rows, along these axes. */
    SweepTable along(List<Axis> newAxes) {
        return new SweepTable(results, selection, scan, skip, end, counted, newAxes);
    }

    @Override
    public List<Axis> axes() {
        return axes;
    }

    @Override
    public List<Column> columns() {
        return selection.columns().stream().map(ResultColumn::column).toList();
    }

    @Override
    public long rows() throws IOException {
        return Math.max(0, Math.min(end, total()) - skip);
    }

    @Override
    public Table slice(long from, long to) {
        return new SweepTable(results, selection, scan, skip + from, Math.min(end, skip + to), counted, List.of());
    }

    /** Rows without a limit. */
    private long total() throws IOException {
        if (counted.rows < 0) {
            if (selection.filter() == null && scan.isCountable()) {
                counted.rows = scan.indices();
            } else {
                long[] count = {0};
                scan.read(reader(IntStream.empty()), 0, Long.MAX_VALUE, batch -> count[0] += batch.rows());
                counted.rows = count[0];
            }
        }
        return counted.rows;
    }

    @Override
    public void read(int[] wanted, BatchSink sink) throws IOException {
        SweepBatch batch = reader(IntStream.of(wanted));
        if (selection.order() == null) {
            scan.read(batch, skip, end, sink);
        } else {
            long[] sorted = sorted(selection.order());
            scan.readEach(batch, sorted, (int) skip, (int) Math.min(end, sorted.length), sink);
        }
    }

    private long[] sorted(Selection.Order order) throws IOException {
        long[] sorted = counted.sorted;
        if (sorted == null) {
            TopRows top = new TopRows((int) selection.limit(), order.descending());
            SweepBatch batch = reader(IntStream.empty(), order.column());
            scan.read(batch, 0, Long.MAX_VALUE, rows -> {
                for (int row = 0; row < rows.rows(); row++) {
                    top.add(batch.index(row), order.column().number(batch, row));
                }
            });
            sorted = top.indices();
            counted.sorted = sorted;
        }
        return sorted;
    }

    /**
     * @param wanted positions of the columns that will be asked for
     * @param others that will be, too
     */
    private SweepBatch reader(IntStream wanted, ResultColumn... others) {
        List<ResultColumn> asked = Stream.concat(wanted.mapToObj(selection.columns()::get), Stream.of(others))
                .toList();
        return new SweepBatch(results, selection, asked);
    }
}
