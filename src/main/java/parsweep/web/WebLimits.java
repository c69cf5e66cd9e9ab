package parsweep.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of what lasts is served at a time; what comes on top is told to come back later.
 *
 * @param eventStreams open streams of events, at least 1; each costs a connection and some 20 kB, but no thread
 * @param downloads results that are being written; each costs a request thread, and so has to stay well below their number, and
 *     some 20 MB while a block is read; 0 for as many as the heap has room for
 * @param audits requests that compute points and wait for them, at least 1; each costs a request thread, and a thread per
 *     worker
 * @param analyses questions about whole sweeps that are being answered, at least 1; each takes a processor and up to
 *     some 30 MB, more wait for them
 */
@ConfigurationProperties("parsweep.limits")
public record WebLimits(
        @DefaultValue("500") int eventStreams,
        @DefaultValue("0") int downloads,
        @DefaultValue("4") int audits,
        @DefaultValue("2") int analyses) {
    private static final int MOST_DOWNLOADS = 32;
    private static final long HEAP_PER_DOWNLOAD = 32L << 20; // and for what else there is

    /** @throws IllegalArgumentException if a limit is below 1 */
    public WebLimits {
        if (downloads == 0) {
            downloads = downloadsIn(Runtime.getRuntime().maxMemory());
        }
        if (eventStreams < 1 || downloads < 1 || audits < 1 || analyses < 1) {
            throw new IllegalArgumentException(
                    "parsweep.limits: event-streams=%d, downloads=%d, audits=%d, analyses=%d (expected: at least 1)"
                            .formatted(eventStreams, downloads, audits, analyses));
        }
    }

    static int downloadsIn(long heapBytes) {
        return (int) Math.max(1, Math.min(MOST_DOWNLOADS, heapBytes / HEAP_PER_DOWNLOAD));
    }
}
