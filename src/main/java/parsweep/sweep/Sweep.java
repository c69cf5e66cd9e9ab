package parsweep.sweep;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as it was when it was read.
 *
 * @param size number of indices: points times replicates
 * @param startedAt when the first point started; null before
 * @param finishedAt when it became terminal; null before
 * @param message why it failed; null if it did not
 */
public record Sweep(
        long id,
        String name,
        String model,
        String modelVersion,
        long size,
        SweepState state,
        Tally tally,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String message) {

    /** From the start to the end, or to {@code now}; zero before the start. Counts pauses and downtime too. */
    public Duration elapsed(Instant now) {
        if (startedAt == null) {
            return Duration.ZERO;
        }
        return Duration.between(startedAt, finishedAt == null ? now : finishedAt);
    }
}
