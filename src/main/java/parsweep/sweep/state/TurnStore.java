package parsweep.sweep.state;

import java.time.Instant;
import java.util.List;

/** Where it is kept what workers did for a sweep: a row per worker, whatever the number of points. */
public interface TurnStore {
    /** Adds a turn that has just ended; needs the lock of the sweep. */
    void add(long sweepId, WorkerTurn turn, Instant endedAt);

    /** By the name of the worker. */
    List<WorkerTimes> of(long sweepId);
}
