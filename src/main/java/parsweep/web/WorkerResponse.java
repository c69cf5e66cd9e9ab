package parsweep.web;

import java.time.Instant;
import java.util.List;
import parsweep.sweep.worker.WorkerStatus;
import parsweep.sweep.worker.WorkerStatus.ModelVersion;

/**
 * A worker as JSON.
 *
 * @param slots points that it can run at a time
 * @param busy how many of them compute
 * @param shards that it holds: sweep/first index
 * @param pointsPerSecond that it stored over the last ten seconds
 * @param heartbeatAgeSeconds since it was heard of
 */
record WorkerResponse(
        String name,
        String host,
        String version,
        WorkerStatus.State state,
        int slots,
        int busy,
        List<String> shards,
        double pointsPerSecond,
        Instant startedAt,
        double heartbeatAgeSeconds,
        List<ModelVersion> models) {
    static WorkerResponse of(WorkerStatus worker) {
        return new WorkerResponse(
                worker.name(),
                worker.host(),
                worker.version(),
                worker.state(),
                worker.slots(),
                worker.busy(),
                worker.shards(),
                worker.pointsPerSecond(),
                worker.startedAt(),
                worker.heartbeatAge().toMillis() * 1e-3,
                worker.models());
    }
}
