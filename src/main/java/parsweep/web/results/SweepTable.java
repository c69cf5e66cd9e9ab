package parsweep.web.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parsweep.export.Column;
import parsweep.export.Table;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.space.ValueType;
import parsweep.space.Values;
import parsweep.sweep.SweepResults;
import parsweep.sweep.SweepResults.OutcomeBlock;

/**
 * The results of a sweep as a table: index, parameters, replicate, seed, status, seconds, outputs. Either the points
 * that have an outcome, which excluded ones have not, or, aligned, every index up to the last one that has, so that row {@code i} is index {@code i}.
 */
final class SweepTable implements Table {
    /** Rows that are handed out at a time. */
    static final int BATCH_ROWS = 4096;

    private final SweepResults results;
    private final List<ResultColumn> columns;
    private final boolean aligned;
    private final long end;

    private SweepTable(SweepResults results, List<ResultColumn> columns, boolean aligned, long end) {
        this.results = results;
        this.columns = columns;
        this.aligned = aligned;
        this.end = end;
    }

    /** All columns of the points that have an outcome. */
    static SweepTable of(SweepResults results) {
        return new SweepTable(
                results,
                allColumns(results, false),
                false,
                results.sweep().tally().finished() - results.sweep().tally().excluded());
    }

    /** All columns of every index up to the last one that has an outcome. */
    static SweepTable aligned(SweepResults results) {
        long end = results.committedEnd();
        return new SweepTable(
                results, allColumns(results, end > results.sweep().tally().finished()), true, end);
    }

    /** The same rows with one column only; null if there is no such column. */
    @Nullable
    SweepTable only(String column) {
        return columns.stream()
                .filter(candidate -> candidate.column().name().equals(column))
                .findFirst()
                .map(found -> new SweepTable(results, List.of(found), aligned, end))
                .orElse(null);
    }

    private static List<ResultColumn> allColumns(SweepResults results, boolean gaps) {
        boolean mayLack = gaps || results.sweep().tally().excluded() > 0;
        boolean mayMiss = mayLack || results.sweep().tally().failed() > 0;
        List<ResultColumn> columns = new ArrayList<>();
        columns.add(new ResultColumn.Index());
        List<Parameter> parameters = results.model().parameters();
        for (int slot = 0; slot < parameters.size(); slot++) {
            boolean derived = results.isDerived(parameters.get(slot).name());
            columns.add(new ResultColumn.OfParameter(parameters.get(slot), slot, derived));
        }
        columns.add(new ResultColumn.Replicate());
        columns.add(new ResultColumn.Seed());
        columns.add(new ResultColumn.Status());
        columns.add(new ResultColumn.Seconds(mayLack));
        List<Output> outputs = results.outputs();
        Values first = results.newValues();
        results.read(0, first);
        for (int slot = 0; slot < outputs.size(); slot++) {
            columns.add(new ResultColumn.OfOutput(outputs.get(slot), slot, length(results, slot, first), mayMiss));
        }
        return columns;
    }

    /** The length of an array, if no point can differ from the others. */
    private static int length(SweepResults results, int output, Values values) {
        String parameter = results.outputs().get(output).shape().lengthParameter();
        if (parameter == null || results.isSwept(parameter)) {
            return Column.UNKNOWN_LENGTH;
        }
        List<Parameter> parameters = results.model().parameters();
        for (int slot = 0; slot < parameters.size(); slot++) {
            if (parameters.get(slot).name().equals(parameter)
                    && parameters.get(slot).type() == ValueType.INTEGER) {
                return (int) values.integer(slot);
            }
        }
        return Column.UNKNOWN_LENGTH;
    }

    @Override
    public List<Column> columns() {
        return columns.stream().map(ResultColumn::column).toList();
    }

    /** Of a sweep that runs and is not aligned, what there was at the beginning; more may be read. */
    @Override
    public long rows() {
        return end;
    }

    @Override
    public void read(int[] wanted, BatchSink sink) throws IOException {
        SweepBatch batch = new SweepBatch(results, columns, wanted);
        if (aligned) {
            readAligned(batch, batch.needsBlocks(), sink);
        } else {
            readExisting(batch, sink);
        }
    }

    private void readExisting(SweepBatch batch, BatchSink sink) throws IOException {
        OutcomeBlock block = results.next(0);
        while (block != null) {
            int count = block.outcomes().rows();
            for (int row = 0; row < count; row += BATCH_ROWS) {
                sink.accept(batch.moveToRows(block, row, Math.min(BATCH_ROWS, count - row)));
            }
            block = results.next(block.end());
        }
    }

    private void readAligned(SweepBatch batch, boolean needsBlocks, BatchSink sink) throws IOException {
        long index = 0;
        while (index < end) {
            OutcomeBlock block = needsBlocks ? results.next(index) : null;
            long gapEnd = block == null ? end : Math.min(block.start(), end);
            for (; index < gapEnd; index += batch.rows()) {
                sink.accept(batch.moveToPending(index, (int) Math.min(BATCH_ROWS, gapEnd - index)));
            }
            long blockEnd = block == null ? index : Math.min(block.end(), end);
            for (; block != null && index < blockEnd; index += batch.rows()) {
                sink.accept(batch.moveToIndices(block, index, (int) Math.min(BATCH_ROWS, blockEnd - index)));
            }
        }
    }
}
