package parsweep.sweep;

/**
 * Cuts the next shards of a sweep and enqueues them, until its window is full or nothing is left. Only a window of
 * shards is ever outstanding, so that the queue stays small, whatever the size of the sweep. Needs a transaction that
 * holds the lock of the sweep.
 */
final class Carver {
    private final SweepStore store;
    private final ShardQueue queue;

    Carver(SweepStore store, ShardQueue queue) {
        this.store = store;
        this.queue = queue;
    }

    /**
     * Fills the window of a sweep.
     *
     * @param outstanding number of shards that it has already
     */
    void carve(LockedSweep sweep, int outstanding) {
        int window = Math.min(queue.window(), sweep.maxParallelism());
        double virtualTime = store.virtualTime().orElse(0);
        Tally tally = sweep.folded();
        for (int i = outstanding; i < window && sweep.nextIndex() < sweep.size(); i++) {
            long remaining = sweep.size() - sweep.nextIndex();
            long count = ShardSizing.count(tally, remaining, window);
            double startTag = FairShare.startTag(sweep.clock(), virtualTime);
            add(sweep, sweep.nextIndex(), sweep.nextIndex() + count, startTag, expectedSeconds(tally, count));
            sweep.setNextIndex(sweep.nextIndex() + count);
        }
    }

    /**
     * Gives the latter half of what a shard has left to another worker, if there is room for a further shard.
     *
     * @param outstanding number of shards that the sweep has
     * @return the shard as it is now
     */
    Shard split(LockedSweep sweep, Shard shard, int outstanding) {
        if (outstanding >= Math.min(queue.window(), sweep.maxParallelism())) {
            return shard;
        }
        long middle = shard.end() - shard.remaining() / 2;
        store.setEnd(shard, middle);
        double startTag = FairShare.startTag(sweep.clock(), store.virtualTime().orElse(0));
        add(sweep, middle, shard.end(), startTag, expectedSeconds(sweep.folded(), shard.end() - middle));
        return new Shard(
                shard.sweepId(), shard.first(), shard.next(), middle, shard.startTag(), shard.promisedSeconds());
    }

    private void add(LockedSweep sweep, long first, long end, double startTag, double promisedSeconds) {
        Shard shard = new Shard(sweep.id(), first, first, end, startTag, promisedSeconds);
        store.insertShard(shard);
        queue.enqueue(shard);
        sweep.setClock(FairShare.advance(startTag, promisedSeconds, sweep.weight()));
    }

    /**
     * What a shard will take of a worker, as far as one can tell; the clock is put right when it has been taken. The
     * first shards of a sweep, a point each, are promised nothing: a guess would send all but one of them to the back.
     */
    static double expectedSeconds(Tally tally, long count) {
        if (tally.finished() == 0) {
            return 0;
        }
        return Math.min(tally.seconds() / tally.finished() * count, ShardSizing.SLICE_SECONDS);
    }
}
