package parsweep.sweep.shard;

import parsweep.sweep.state.BlockStore;
import parsweep.sweep.state.FairShare;
import parsweep.sweep.state.LockedSweep;
import parsweep.sweep.state.Shard;
import parsweep.sweep.state.ShardStore;
import parsweep.sweep.state.ShardStore.Outstanding;
import parsweep.sweep.state.Tally;

/**
 * Cuts the next shards of a sweep and enqueues them, until its window is full or nothing is left. Only a window of
 * shards is ever in the queue, so that it stays small, whatever the size of the sweep. Needs a transaction that holds
 * the lock of the sweep.
 */
public final class Carver {
    private final ShardStore shards;
    private final BlockStore blocks;
    private final ShardQueue queue;

    public Carver(ShardStore shards, BlockStore blocks, ShardQueue queue) {
        this.shards = shards;
        this.blocks = blocks;
        this.queue = queue;
    }

    /** Number of shards that a sweep may have in the queue. */
    int window(LockedSweep sweep) {
        return Math.min(queue.window(), sweep.maxParallelism());
    }

    /** Fills the window of a sweep: by parked shards first, then by new ones. */
    public void fill(LockedSweep sweep) {
        fill(sweep, shards.outstanding(sweep.id()));
    }

    /**
     * Fills the window of a sweep.
     *
     * @param outstanding its shards
     */
    void fill(LockedSweep sweep, Outstanding outstanding) {
        int queued = outstanding.queued();
        int window = window(sweep);
        if (queued >= window) {
            return;
        }
        double virtualTime = shards.virtualTime().orElse(0);
        if (outstanding.parked() > 0) {
            for (Shard shard : shards.parked(sweep.id(), window - queued)) {
                queue.enqueue(place(sweep, shard, virtualTime));
                queued++;
            }
        }
        for (; queued < window && sweep.nextIndex() < sweep.size(); queued++) {
            carve(sweep, window, virtualTime);
        }
    }

    private void carve(LockedSweep sweep, int window, double virtualTime) {
        Tally tally = sweep.folded();
        long first = sweep.nextIndex();
        long count = ShardSizing.count(
                tally, sweep.size() - first, window, queue.pace().turn());
        long end = boundary(sweep, first + count);
        double startTag = FairShare.startTag(sweep.clock(), virtualTime);
        add(sweep, Shard.queued(sweep.id(), first, end, startTag, expectedSeconds(tally, end - first)));
        sweep.setNextIndex(end);
    }

    /** An index at which a shard may end: not within a block that is there already. */
    private long boundary(LockedSweep sweep, long index) {
        if (sweep.refill() == null) {
            return index;
        }
        return blocks.at(sweep.id(), index)
                .filter(block -> block.first() < index)
                .map(BlockStore.Span::end)
                .orElse(index);
    }

    /**
     * Notes a shard's next place in the queue, and charges its sweep for it.
     *
     * @return the shard as it is to be queued
     */
    Shard place(LockedSweep sweep, Shard shard, double virtualTime) {
        double startTag = FairShare.startTag(sweep.clock(), virtualTime);
        double promised = expectedSeconds(sweep.folded(), shard.remaining());
        shards.requeue(shard, startTag, promised);
        sweep.setClock(FairShare.advance(startTag, promised, sweep.priority()));
        return shard.queuedAt(startTag, promised);
    }

    /**
     * Gives the latter half of what a shard has left to another worker, if there is room for a further shard.
     *
     * @param queued number of shards that the sweep has in the queue
     * @return the shard as it is now
     */
    Shard split(LockedSweep sweep, Shard shard, int queued) {
        long middle = boundary(sweep, shard.end() - shard.remaining() / 2);
        if (queued >= window(sweep) || middle >= shard.end()) {
            return shard;
        }
        shards.setEnd(shard, middle);
        double startTag = FairShare.startTag(sweep.clock(), shards.virtualTime().orElse(0));
        double promised = expectedSeconds(sweep.folded(), shard.end() - middle);
        add(sweep, Shard.queued(sweep.id(), middle, shard.end(), startTag, promised));
        return shard.until(middle);
    }

    private void add(LockedSweep sweep, Shard shard) {
        shards.insert(shard);
        queue.enqueue(shard);
        sweep.setClock(FairShare.advance(shard.startTag(), shard.promisedSeconds(), sweep.priority()));
    }

    /**
     * What a shard will take of a worker, as far as one can tell, but no more than a turn when others wait: the promises of
     * the shards that wait are by how much a sweep may be ahead or behind of its share. The clock is put right when it has been taken. The
     * first shards of a sweep, a point each, are promised nothing: a guess would send all but one of them to the back.
     */
    double expectedSeconds(Tally tally, long count) {
        if (tally.finished() == 0) {
            return 0;
        }
        return Math.min(
                tally.seconds() / tally.finished() * count,
                Pace.seconds(queue.pace().shortTurn()));
    }
}
