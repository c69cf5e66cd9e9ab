package parsweep.sweep;

/**
 * A run of indices handed to one worker.
 *
 * @param first identifies the shard within its sweep; indices from here to {@code next} are committed
 * @param next the first index that is not committed
 * @param end the first index that does not belong to the shard
 * @param startTag its place in the fair order of all shards: see {@link FairShare}
 * @param promisedSeconds of a worker that its sweep's clock has been charged with for it
 */
public record Shard(long sweepId, long first, long next, long end, double startTag, double promisedSeconds) {
    public boolean isDone() {
        return next == end;
    }

    public long remaining() {
        return end - next;
    }
}
