package parsweep.sweep.state;

/**
 * A run of indices handed to one worker.
 *
 * @param first identifies the shard within its sweep; indices from here to {@code next} are committed
 * @param next the first index that is not committed
 * @param end the first index that does not belong to the shard
 * @param startTag its place in the fair order of all shards: see {@link FairShare}
 * @param promisedSeconds of a worker that its sweep's clock has been charged with for it
 * @param parked whether it is kept out of the queue, because its sweep is paused or has as many workers as it may
 */
public record Shard(
        long sweepId, long first, long next, long end, double startTag, double promisedSeconds, boolean parked) {
    /** A new shard, on its way into the queue. */
    public static Shard queued(long sweepId, long first, long end, double startTag, double promisedSeconds) {
        return new Shard(sweepId, first, first, end, startTag, promisedSeconds, false);
    }

    /** The same up to another end. */
    public Shard until(long newEnd) {
        return new Shard(sweepId, first, next, newEnd, startTag, promisedSeconds, parked);
    }

    /** The same elsewhere in the queue. */
    public Shard queuedAt(double newStartTag, double newPromisedSeconds) {
        return new Shard(sweepId, first, next, end, newStartTag, newPromisedSeconds, false);
    }

    public boolean isDone() {
        return next == end;
    }

    public long remaining() {
        return end - next;
    }
}
