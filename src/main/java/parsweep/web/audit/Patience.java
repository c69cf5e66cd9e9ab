package parsweep.web.audit;

import java.time.Duration;
import parsweep.web.BadRequest;

/** How long somebody waits for an answer. */
final class Patience {
    /** A proxy in between gives up after a minute. */
    private static final double MAX_SECONDS = 50;

    private Patience() {}

    /**
     * A parameter of a request.
     *
     * @throws BadRequest if it is less than {@code least} or more than {@link #MAX_SECONDS}
     */
    static Duration of(String name, double seconds, double least) {
        if (!(seconds >= least && seconds <= MAX_SECONDS)) {
            throw BadRequest.parameter(name, seconds, "%s to %.0f".formatted(least, MAX_SECONDS));
        }
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
