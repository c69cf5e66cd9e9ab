package parsweep.sweep.shard;

import java.time.Duration;
import parsweep.sweep.state.Tally;

/**
 * How many points a shard gets: a slice of work by the rate measured so far, one point while nothing is known, and never
 * more than an even share of what is left, so that the last shards of a sweep end together (guided self-scheduling,
 * Polychronopoulos and Kuck 1987, doi:10.1109/TC.1987.5009495).
 */
final class ShardSizing {
    /** Less work than this is not worth a round through the queue, a few milliseconds. */
    private static final double LEAST_SECONDS = 0.1;

    private ShardSizing() {}

    /**
     * Number of points of the next shard.
     *
     * @param remaining indices that no shard has, at least 1
     * @param window number of shards that the sweep may have outstanding, at least 1
     * @param slice of work in a shard, a worker's turn: it hands the rest back when that is over, so a wrong estimate costs a
     *     round through the queue and nothing else
     * @return in {@code [1, remaining]}
     */
    static long count(Tally tally, long remaining, int window, Duration slice) {
        if (tally.finished() == 0) {
            return 1;
        }
        double secondsPerPoint = Math.max(tally.seconds() / tally.finished(), 1e-9);
        double evenShare = Math.max((double) remaining / window, LEAST_SECONDS / secondsPerPoint);
        return (long) Math.max(
                1, Math.min(Math.min(evenShare, Pace.seconds(slice) / secondsPerPoint), (double) remaining));
    }
}
