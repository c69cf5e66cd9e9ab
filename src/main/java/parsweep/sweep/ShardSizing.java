package parsweep.sweep;

/**
 * How many points a shard gets: a slice of work by the rate measured so far, one point while nothing is known, and never
 * more than an even share of what is left, so that the last shards of a sweep end together (guided self-scheduling,
 * Polychronopoulos and Kuck 1987, doi:10.1109/TC.1987.5009495).
 */
final class ShardSizing {
    /**
     * Seconds of work in a shard. A worker hands the rest of a shard back when this time is up, so a wrong estimate
     * costs a round through the queue and nothing else.
     */
    static final double SLICE_SECONDS = 2;

    /** Less work than this is not worth a round through the queue, a few milliseconds. */
    private static final double LEAST_SECONDS = 0.1;

    private ShardSizing() {}

    /**
     * Number of points of the next shard.
     *
     * @param remaining indices that no shard has, at least 1
     * @param window number of shards that the sweep may have outstanding, at least 1
     * @return in {@code [1, remaining]}
     */
    static long count(Tally tally, long remaining, int window) {
        if (tally.finished() == 0) {
            return 1;
        }
        double secondsPerPoint = Math.max(tally.seconds() / tally.finished(), 1e-9);
        double evenShare = Math.max((double) remaining / window, LEAST_SECONDS / secondsPerPoint);
        return (long) Math.max(1, Math.min(Math.min(evenShare, SLICE_SECONDS / secondsPerPoint), (double) remaining));
    }
}
