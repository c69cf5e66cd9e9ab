package parsweep.sweep.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A worker as it was when it was last heard of.
 *
 * @param name unique among all that ever share a database
 * @param version of the service that it runs
 * @param slots points that it can run at a time
 * @param busy how many of them compute
 * @param shards that it holds, as {@code sweep/first index}
 * @param pointsPerSecond that it stored over the last ten seconds
 * @param heartbeatAge how long ago it was heard of, by the clock of the database
 * @param models that it can compute, in the order of their names; formulas, which all can, left out
 */
public record WorkerStatus(
        String name,
        String host,
        String version,
        State state,
        int slots,
        int busy,
        List<String> shards,
        double pointsPerSecond,
        Instant startedAt,
        Duration heartbeatAge,
        List<ModelVersion> models) {
    /** What can be expected of a worker. */
    public enum State {
        /** Takes shards. */
        ACTIVE,
        /** Takes no more shards and finishes what it has. */
        DRAINING,
        /** Takes no shards and has none. */
        DRAINED,
        /** Has not been heard of for too long; its shards run elsewhere. */
        LOST
    }

    /** A model that a worker has. */
    public record ModelVersion(String name, String version) {}
}
