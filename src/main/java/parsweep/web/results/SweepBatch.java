package parsweep.web.results;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parsweep.export.Batch;
import parsweep.outcome.Outcomes;
import parsweep.space.Values;
import parsweep.sweep.SweepResults;
import parsweep.sweep.SweepResults.OutcomeBlock;

/** A window on the results of a sweep, moved from batch to batch. Not thread-safe. */
final class SweepBatch implements Batch {
    private final SweepResults results;
    private final ResultColumn[] columns;
    private final boolean needsBlocks;
    private final boolean needsParameters;
    private final Values[] parameters; // by row
    private final long[] indices = new long[SweepTable.BATCH_ROWS]; // by row
    private final int[] blockRows = new int[SweepTable.BATCH_ROWS]; // by row; negative where there is no outcome
    private int rows;
    private @Nullable OutcomeBlock block;

    /**
     * @param wanted positions of the columns that will be asked for
     */
    SweepBatch(SweepResults results, List<ResultColumn> columns, int[] wanted) {
        this.results = results;
        this.columns = columns.toArray(ResultColumn[]::new);
        this.needsBlocks = IntStream.of(wanted).anyMatch(i -> columns.get(i).needsBlock());
        this.needsParameters = IntStream.of(wanted).anyMatch(i -> columns.get(i).needsParameters());
        this.parameters = needsParameters
                ? IntStream.range(0, SweepTable.BATCH_ROWS)
                        .mapToObj(row -> results.newValues())
                        .toArray(Values[]::new)
                : new Values[0];
    }

    boolean needsBlocks() {
        return needsBlocks;
    }

    /** Moves to indices without an outcome. */
    SweepBatch moveToPending(long first, int count) {
        for (int row = 0; row < count; row++) {
            set(row, first + row, -1);
        }
        return moved(count, null);
    }

    /** Moves to indices of a block, excluded ones among them. */
    SweepBatch moveToIndices(OutcomeBlock newBlock, long first, int count) {
        int blockRow = newBlock.row(first);
        int next = blockRow < 0 ? -1 - blockRow : blockRow;
        for (int row = 0; row < count; row++) {
            boolean tried = next < newBlock.outcomes().rows() && newBlock.index(next) == first + row;
            set(row, first + row, tried ? next++ : -1);
        }
        return moved(count, newBlock);
    }

    /** Moves to rows of a block. */
    SweepBatch moveToRows(OutcomeBlock newBlock, int first, int count) {
        for (int row = 0; row < count; row++) {
            set(row, newBlock.index(first + row), first + row);
        }
        return moved(count, newBlock);
    }

    private void set(int row, long index, int blockRow) {
        indices[row] = index;
        blockRows[row] = blockRow;
    }

    private SweepBatch moved(int count, @Nullable OutcomeBlock newBlock) {
        rows = count;
        block = newBlock;
        if (needsParameters) {
            for (int row = 0; row < rows; row++) {
                results.read(indices[row], parameters[row]);
            }
        }
        return this;
    }

    // ---- what columns ask for

    SweepResults results() {
        return results;
    }

    long index(int row) {
        return indices[row];
    }

    Values parameters(int row) {
        return parameters[row];
    }

    boolean hasOutcome(int row) {
        return blockRows[row] >= 0;
    }

    boolean isExcluded(int row) {
        return block != null && blockRows[row] < 0;
    }

    Outcomes outcomes() {
        if (block == null) {
            throw new IllegalStateException("rows without an outcome");
        }
        return block.outcomes();
    }

    int blockRow(int row) {
        return blockRows[row];
    }

    // ---- what formats ask for

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public boolean isMissing(int column, int row) {
        return columns[column].isMissing(this, row);
    }

    @Override
    public double real(int column, int row) {
        return columns[column].real(this, row);
    }

    @Override
    public long integer(int column, int row) {
        return columns[column].integer(this, row);
    }

    /** A boolean is a parameter or an output; both keep it as 0 or 1. */
    @Override
    public boolean flag(int column, int row) {
        return columns[column].integer(this, row) != 0;
    }

    @Override
    public String text(int column, int row) {
        return columns[column].text(this, row);
    }

    @Override
    public double[] elements(int column) {
        return outcomes().elements(slot(column));
    }

    @Override
    public int arrayStart(int column, int row) {
        return outcomes().start(slot(column), blockRow(row));
    }

    @Override
    public int arrayLength(int column, int row) {
        return outcomes().end(slot(column), blockRow(row)) - arrayStart(column, row);
    }

    private int slot(int column) {
        return ((ResultColumn.OfOutput) columns[column]).slot();
    }
}
