package parsweep.sweep.state;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as it was when it was read.
 *
 * @param size number of indices: points times replicates
 * @param priority its weight when sweeps compete
 * @param maxParallelism most points that run at a time; {@link Integer#MAX_VALUE} for no limit
 * @param refill what is left to do in a sweep that was opened again; null if there is nothing
 * @param times when it came, ran and ended
 * @param message why it failed; null if it did not
 */
public record Sweep(
        long id,
        String name,
        String model,
        String modelVersion,
        long size,
        SweepState state,
        double priority,
        int maxParallelism,
        @Nullable Refill refill,
        Tally tally,
        Times times,
        @Nullable String message) {

    /**
     * When a sweep came, ran and ended.
     *
     * @param startedAt when the first point started; null before
     * @param finishedAt when it became terminal; null before, and again when it is opened again
     * @param expiresAt when it will be deleted; null if it is kept
     * @param ran how long it has been {@link SweepState#RUNNING}, up to {@code runningSince}
     * @param runningSince when it became so the last time; null if it is not
     */
    public record Times(
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant expiresAt,
            Duration ran,
            @Nullable Instant runningSince) {

        /** How long it has been running, pauses left out; time in which the service was down counts. */
        public Duration elapsed(Instant now) {
            return runningSince == null ? ran : ran.plus(Duration.between(runningSince, now));
        }
    }
}
