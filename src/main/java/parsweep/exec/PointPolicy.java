package parsweep.exec;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long and how often a point is tried.
 *
 * @param timeout the longest time of one attempt, or null for no limit
 * @param maxRetries attempts after the first, at least 0
 * @param retryDelay before the second attempt; see {@link Backoff}
 */
public record PointPolicy(@Nullable Duration timeout, int maxRetries, Duration retryDelay) {
    public static final Duration DEFAULT_DELAY = Duration.ofMillis(200);

    /** One attempt, without a limit of time. */
    public static final PointPolicy ONCE = new PointPolicy(null, 0, DEFAULT_DELAY);

    public PointPolicy {
        if (maxRetries < 0) {
            throw new IllegalArgumentException("%d retries (expected: at least 0)".formatted(maxRetries));
        }
    }
}
