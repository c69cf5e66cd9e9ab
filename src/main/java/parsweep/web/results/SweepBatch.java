package parsweep.web.results;

import java.util.List;
import java.util.stream.Stream;
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
    private final @Nullable RowFilter filter;
    private final boolean needsBlocks;
    private final boolean needsParameters;
    private final long[] indices = new long[SweepTable.BATCH_ROWS]; // by row
    private final int[] blockRows = new int[SweepTable.BATCH_ROWS]; // by row; negative where there is no outcome
    private final Values[] parameters; // by row
    private int rows;
    private @Nullable OutcomeBlock block;

    /**
     * @param asked the columns that will be asked for, besides what the filter needs
     */
    SweepBatch(SweepResults results, Selection selection, List<ResultColumn> asked) {
        this.results = results;
        this.columns = selection.columns().toArray(ResultColumn[]::new);
        this.filter = selection.filter();
        List<ResultColumn> looked = filter == null
                ? asked
                : Stream.concat(asked.stream(), filter.columns().stream()).toList();
        this.needsBlocks = looked.stream().anyMatch(ResultColumn::needsBlock);
        this.needsParameters = looked.stream().anyMatch(ResultColumn::needsParameters);
        this.parameters = needsParameters
                ? Stream.generate(results::newValues)
                        .limit(SweepTable.BATCH_ROWS)
                        .toArray(Values[]::new)
                : new Values[0];
    }

    boolean needsBlocks() {
        return needsBlocks;
    }

    @Nullable
    RowFilter filter() {
        return filter;
    }

    /**
     * Moves to other rows, none of which is there yet.
     *
     * @param newBlock holds their outcomes; null if they have none, or those are not needed
     */
    void moveTo(@Nullable OutcomeBlock newBlock) {
        rows = 0;
        block = newBlock;
    }

    /** Adds a row if the filter accepts it. */
    boolean add(long index) {
        look(index);
        if (filter != null && !filter.accepts(this, rows)) {
            return false;
        }
        rows++;
        return true;
    }

    /** Adds a row whatever the filter makes of it. */
    void addAnyway(long index) {
        look(index);
        rows++;
    }

    /** Puts an index where the next row would be. */
    private void look(long index) {
        indices[rows] = index;
        blockRows[rows] = block == null ? -1 : block.row(index);
        if (needsParameters) {
            results.read(index, parameters[rows]);
        }
    }

    void removeLast() {
        rows--;
    }

    void clear() {
        rows = 0;
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
