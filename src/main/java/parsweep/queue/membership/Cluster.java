package parsweep.queue.membership;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepException;
import parsweep.sweep.state.SweepException.Problem;
import parsweep.sweep.worker.ModelPresence;
import parsweep.sweep.worker.WorkerStatus;
import parsweep.sweep.worker.WorkerStatus.ModelVersion;
import parsweep.sweep.worker.Workers;

/** The workers, as people see and steer them. */
public final class Cluster implements Workers {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final WorkerTable table;
    private final Membership membership;
    private @Nullable Set<ModelVersion> models; // guarded by this, like when it was read
    private long modelsRead;

    public Cluster(WorkerTable table, Membership membership) {
        this.table = table;
        this.membership = membership;
    }

    @Override
    public List<WorkerStatus> all() {
        return table.all();
    }

    @Override
    public WorkerStatus drain(String name) {
        return setDraining(name, true);
    }

    @Override
    public WorkerStatus resume(String name) {
        return setDraining(name, false);
    }

    private WorkerStatus setDraining(String name, boolean draining) {
        if (!table.setDraining(name, draining)) {
            throw new SweepException(
                    Problem.NOT_FOUND,
                    "no worker '%s' (expected: a name that GET /api/v1/workers lists)".formatted(name));
        }
        return all().stream()
                .filter(worker -> worker.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SweepException(Problem.NOT_FOUND, "worker '%s' has just left".formatted(name)));
    }

    @Override
    public Optional<String> obstacle(Sweep sweep) {
        if (!sweep.state().isActive()) {
            return Optional.empty();
        }
        if (membership.slots() == 0) {
            return Optional.of("no worker takes shards (expected: a process with parsweep.role=worker or all on this"
                    + " database that is not drained)");
        }
        ModelVersion model = new ModelVersion(sweep.model(), sweep.modelVersion());
        Set<ModelVersion> present = models();
        if (ModelPresence.isFormula(model) || membership.canCompute(model) || present.contains(model)) {
            return Optional.empty();
        }
        List<String> versions = present.stream()
                .filter(other -> other.name().equals(model.name()))
                .map(other -> "'" + other.version() + "'")
                .sorted()
                .toList();
        return Optional.of("no worker has version '%s' of model '%s' (they have: %s)"
                .formatted(model.version(), model.name(), versions.isEmpty() ? "none" : String.join(", ", versions)));
    }

    /** The models of all workers that take shards, looked up once a second for all who ask. */
    private synchronized Set<ModelVersion> models() {
        long now = System.nanoTime();
        if (models == null || now - modelsRead > FRESH.toNanos()) {
            models = Set.copyOf(table.models());
            modelsRead = now;
        }
        return models;
    }

    @Override
    public int slots() {
        return membership.slots();
    }
}
