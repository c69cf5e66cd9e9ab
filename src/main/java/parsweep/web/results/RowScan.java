package parsweep.web.results;

import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parsweep.export.Table.BatchSink;
import parsweep.sweep.SweepResults;
import parsweep.sweep.SweepResults.OutcomeBlock;

/**
 * Goes through the indices of a range in their order. Blocks that are not needed, because no wanted column is stored in
 * them or no sampled index lies in them, are not read.
 *
 * @param committed which indices have an outcome
 * @param gaps whether those that have none are gone through as well
 * @param sample null for all indices
 */
record RowScan(
        SweepResults results,
        IndexRange range,
        Committed committed,
        boolean gaps,
        @Nullable EvenSample sample) {
    /** Blocks of up to 1 MB, unless a single point is larger; see {@link #readEach}. */
    private static final int BLOCKS_KEPT = 3;

    /** Whether {@link #indices} are all handed out, and none is excluded. */
    boolean isCountable() {
        return gaps || !results.isConstrained();
    }

    /** Number of indices that are gone through. */
    long indices() {
        if (gaps) {
            return count(range.from(), range.to());
        }
        long count = 0;
        for (int run = committed.runAfter(range.from()); run < committed.runs(); run++) {
            count += count(Math.max(range.from(), committed.start(run)), Math.min(range.to(), committed.end(run)));
        }
        return count;
    }

    private long count(long from, long to) {
        return from >= to ? 0 : sample == null ? to - from : sample.before(to) - sample.before(from);
    }

    private long next(long index) {
        return sample == null ? index : sample.ceiling(index);
    }

    /** Hands out the rows at positions [skip, end) of those that the batch's filter accepts. */
    void read(SweepBatch batch, long skip, long end, BatchSink sink) throws IOException {
        boolean direct = gaps && batch.filter() == null; // positions are indices
        long start = !direct
                ? range.from()
                : skip >= indices() ? range.to() : sample == null ? range.from() + skip : sample.index(skip);
        RowWindow window = new RowWindow(batch, direct ? 0 : skip, direct ? end - Math.min(skip, end) : end, sink);
        boolean needsBlocks = batch.needsBlocks() || (!gaps && results.isConstrained()); // they say what is excluded
        int run = committed.runAfter(start);
        long index = next(start);
        while (index < range.to() && !window.isFull()) {
            while (run < committed.runs() && committed.end(run) <= index) {
                run++;
            }
            long runStart = run < committed.runs() ? committed.start(run) : Long.MAX_VALUE;
            if (index < runStart) {
                long gapEnd = Math.min(runStart, range.to());
                if (gaps) {
                    deliver(window, null, index, gapEnd);
                }
                index = next(gapEnd);
            } else {
                OutcomeBlock block = needsBlocks ? block(index) : null;
                long stop = Math.min(range.to(), committed.end(run));
                stop = block == null ? stop : Math.min(stop, block.end());
                deliver(window, block, index, stop);
                index = next(stop);
            }
        }
    }

    /** Hands out indices that lie in a block, or in none. */
    private void deliver(RowWindow window, @Nullable OutcomeBlock block, long from, long to) throws IOException {
        window.at(block);
        long index = from;
        while (index < to && !window.isFull()) {
            int row = gaps || block == null ? 0 : block.row(index);
            if (row >= 0) {
                window.add(index);
                index = next(index + 1);
            } else { // excluded, as all are before the row that comes next
                int following = -1 - row;
                index = block != null && following < block.outcomes().rows() ? next(block.index(following)) : to;
            }
        }
        window.flush();
    }

    private OutcomeBlock block(long index) throws IOException {
        OutcomeBlock block = results.next(index);
        if (block == null || block.start() > index) {
            throw new EOFException("index %d is gone: its sweep was deleted".formatted(index));
        }
        return block;
    }

    /**
     * Hands out single rows, in any order: {@code indices[from]} to {@code indices[to - 1]}. All of them, whatever the
     * filter makes of them by now: it accepted them when they were chosen, and a retry has perhaps changed them since.
     */
    void readEach(SweepBatch batch, long[] indices, int from, int to, BatchSink sink) throws IOException {
        Map<Long, OutcomeBlock> kept = new LinkedHashMap<>(16, 0.75f, true);
        for (int i = from; i < to; i++) {
            long index = indices[i];
            int run = committed.runAfter(index);
            boolean hasOutcome = run < committed.runs() && committed.start(run) <= index;
            OutcomeBlock block = null;
            if (hasOutcome && batch.needsBlocks()) {
                block = kept.values().stream()
                        .filter(one -> one.start() <= index && index < one.end())
                        .findFirst()
                        .orElse(null);
                block = block == null ? block(index) : block;
                kept.put(block.start(), block);
                if (kept.size() > BLOCKS_KEPT) {
                    kept.remove(kept.keySet().iterator().next());
                }
            }
            batch.moveTo(block);
            batch.addAnyway(index);
            sink.accept(batch);
        }
    }
}
