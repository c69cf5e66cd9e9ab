package parsweep.queue.membership;

import java.util.List;
import parsweep.sweep.SweepException;
import parsweep.sweep.SweepException.Problem;
import parsweep.sweep.WorkerStatus;
import parsweep.sweep.Workers;

/** The workers, as people see and steer them. */
public final class Cluster implements Workers {
    private final WorkerTable table;
    private final Membership membership;

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
    public int slots() {
        return membership.slots();
    }
}
