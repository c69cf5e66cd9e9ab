package parsweep.queue.turn;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import parsweep.sweep.worker.ModelPresence;
import parsweep.sweep.worker.WorkerStatus.ModelVersion;

/**
 * Sweeps that this process leaves to others, since it has not got their models. It learns of one by taking a shard of it,
 * which it puts back; then it takes no more. Thread-safe.
 */
public final class ForeignSweeps {
    /** After this time a sweep may be over; if it is not, finding out again costs a shard that is put back. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final ModelPresence models;
    private final Map<Long, Entry> sweeps = new ConcurrentHashMap<>();

    public ForeignSweeps(ModelPresence models) {
        this.models = models;
    }

    private record Entry(ModelVersion model, long since) {}

    void add(long sweepId, ModelVersion model) {
        sweeps.put(sweepId, new Entry(model, System.nanoTime()));
    }

    /** A condition of SQL, to be appended, that leaves their shards out; empty as long as there are none. */
    String exclusion() {
        if (sweeps.isEmpty()) {
            return "";
        }
        long now = System.nanoTime();
        sweeps.values().removeIf(entry -> now - entry.since() > REMEMBERED.toNanos() || models.has(entry.model()));
        return sweeps.keySet().stream()
                .map(id -> " and task_instance not like '" + id + "/%'")
                .collect(Collectors.joining());
    }
}
