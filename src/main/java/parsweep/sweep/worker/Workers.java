package parsweep.sweep.worker;

import java.util.List;
import java.util.Optional;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepException;

/** The processes that compute, on all machines that share the database. */
public interface Workers {
    /** By name; those that were lost within the last minutes too. */
    List<WorkerStatus> all();

    /**
     * Lets a worker take no more shards. Points that run are finished and stored, the rest of their shards goes back to
     * the queue; the process stays. It does so within two seconds.
     *
     * @throws SweepException if there is no such worker
     */
    WorkerStatus drain(String name);

    /**
     * Lets a worker that was drained take shards again.
     *
     * @throws SweepException if there is no such worker
     */
    WorkerStatus resume(String name);

    /**
     * Why nothing of a sweep that is to run can run: there are no workers, or none of them has its model. Empty if that is
     * not so. The answer may be a second old.
     */
    Optional<String> obstacle(Sweep sweep);

    /** Points that can run at a time, on all workers that take shards. */
    int slots();
}
