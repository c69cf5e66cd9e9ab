package parsweep.sweep.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parsweep.exec.Plan;

/**
 * A valid definition.
 *
 * @param name given by the user; may be empty
 * @param json as it was submitted, and as it is stored
 * @param maxFailures the sweep is stopped when more points than this have failed
 * @param retention how long it is kept when it is over; null for as long as the service's setting says
 */
public record SweepDefinition(
        String name,
        String json,
        Plan plan,
        Share share,
        long maxFailures,
        @Nullable Duration retention) {}
