package parsweep.sweep.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When sweeps are deleted by themselves.
 *
 * @param retention how long a sweep is kept after its end whose definition does not say; null for ever
 * @param retentionInterval how often to look for sweeps whose time is over
 */
@ConfigurationProperties("parsweep")
public record RetentionProperties(
        @Nullable Duration retention, @DefaultValue("1m") Duration retentionInterval) {
    /**
     * @throws IllegalArgumentException if a duration is not positive
     */
    public RetentionProperties {
        if (retention != null && (retention.isNegative() || retention.isZero())) {
            throw new IllegalArgumentException("parsweep.retention=%s (expected: more than 0)".formatted(retention));
        }
        if (retentionInterval.isNegative() || retentionInterval.isZero()) {
            throw new IllegalArgumentException(
                    "parsweep.retention-interval=%s (expected: more than 0)".formatted(retentionInterval));
        }
    }
}
