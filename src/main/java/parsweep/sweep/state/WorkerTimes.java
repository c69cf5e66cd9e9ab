package parsweep.sweep.state;

import java.time.Instant;

/**
 * The turns of one worker at a sweep, summed up: see {@link WorkerTurn}. A turn is added when it ends; that of a process
 * that died within is not here, though its blocks are in the sweep.
 *
 * @param firstAt when its first turn ended
 * @param lastAt when its last turn ended
 */
public record WorkerTimes(
        String worker,
        long turns,
        long blocks,
        double pointSeconds,
        double computeSeconds,
        double commitSeconds,
        double seconds,
        double waitSeconds,
        Instant firstAt,
        Instant lastAt) {}
