package parsweep.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of what lasts is served at a time; what comes on top is told to come back later.
 *
 * @param eventStreams open streams of events, at least 1; each costs a connection and some 20 kB, but no thread
 * @param downloads results that are being written, at least 1; each costs a request thread and a few MB, and so has to
 *     stay well below the number of request threads
 * @param audits requests that compute points and wait for them, at least 1; each costs a request thread, and a thread per
 *     worker
 * @param analyses questions about whole sweeps that are being answered, at least 1; each takes a processor and up to
 *     some 30 MB, more wait for them
 */
@ConfigurationProperties("parsweep.limits")
public record WebLimits(
        @DefaultValue("500") int eventStreams,
        @DefaultValue("32") int downloads,
        @DefaultValue("4") int audits,
        @DefaultValue("2") int analyses) {
    /** @throws IllegalArgumentException if a limit is below 1 */
    public WebLimits {
        if (eventStreams < 1 || downloads < 1 || audits < 1 || analyses < 1) {
            throw new IllegalArgumentException(
                    "parsweep.limits: event-streams=%d, downloads=%d, audits=%d, analyses=%d (expected: at least 1)"
                            .formatted(eventStreams, downloads, audits, analyses));
        }
    }
}
