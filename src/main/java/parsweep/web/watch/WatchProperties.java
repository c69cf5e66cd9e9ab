package parsweep.web.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How closely sweeps are watched.
 *
 * @param interval between two looks at a sweep, at least; five a second are more than a person can follow
 * @param listInterval between two looks at a list of sweeps, at least; a look costs a statement for each of them that runs
 * @param heartbeat after which a stream of events that had nothing to say sends a comment. Proxies cut connections that
 *     are silent for 30 s or more, and a client that has gone is only noticed by writing to it
 */
@ConfigurationProperties("parsweep.watch")
record WatchProperties(
        @DefaultValue("200ms") Duration interval,
        @DefaultValue("1s") Duration listInterval,
        @DefaultValue("5s") Duration heartbeat) {
    /** @throws IllegalArgumentException if one of them is not positive */
    WatchProperties {
        if (!isPositive(interval) || !isPositive(listInterval) || !isPositive(heartbeat)) {
            throw new IllegalArgumentException(
                    "parsweep.watch: interval=%s, list-interval=%s, heartbeat=%s (expected: more than 0)"
                            .formatted(interval, listInterval, heartbeat));
        }
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
