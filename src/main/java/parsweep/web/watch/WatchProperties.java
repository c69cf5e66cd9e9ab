package parsweep.web.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How closely sweeps are watched.
 *
 * @param interval between two looks at a sweep, at least; five a second are more than a person can follow
 * @param heartbeat after which a stream of events that had nothing to say sends a comment. Proxies cut connections that
 *     are silent for 30 s or more, and a client that has gone is only noticed by writing to it
 */
@ConfigurationProperties("parsweep.watch")
record WatchProperties(
        @DefaultValue("200ms") Duration interval,
        @DefaultValue("5s") Duration heartbeat) {
    /** @throws IllegalArgumentException if one of them is not positive */
    WatchProperties {
        if (!isPositive(interval) || !isPositive(heartbeat)) {
            throw new IllegalArgumentException(
                    "parsweep.watch: interval=%s, heartbeat=%s (expected: more than 0)".formatted(interval, heartbeat));
        }
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
