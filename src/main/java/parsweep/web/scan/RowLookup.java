package parsweep.web.scan;

import org.jspecify.annotations.Nullable;
import parsweep.sweep.SweepResults;
import parsweep.sweep.SweepResults.OutcomeBlock;

/** Finds rows by their indices. Fast for indices that ascend, since then each block is read once. Not thread-safe. */
public final class RowLookup {
    private final SweepResults results;
    private @Nullable OutcomeBlock block;
    private @Nullable Row row;
    private long nothingFrom; // no block holds an index in [nothingFrom, nothingTo)
    private long nothingTo;

    public RowLookup(SweepResults results) {
        this.results = results;
    }

    /** The row of an index, which is the same object for each; null if it has no outcome, or is excluded. */
    public @Nullable Row at(long index) {
        OutcomeBlock holder = holder(index);
        int position = holder == null ? -1 : holder.row(index);
        if (holder == null || position < 0) {
            return null;
        }
        if (row == null) {
            row = new Row(results, holder);
        }
        row.moveTo(holder, position);
        return row;
    }

    private @Nullable OutcomeBlock holder(long index) {
        if (nothingFrom <= index && index < nothingTo) {
            return null;
        }
        if (block == null || index < block.start() || index >= block.end()) {
            block = results.next(index);
            if (block == null || block.start() > index) {
                nothingFrom = index;
                nothingTo = block == null ? Long.MAX_VALUE : block.start();
                return null;
            }
        }
        return block;
    }
}
