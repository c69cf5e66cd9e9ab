package parsweep.sweep.audit;

import parsweep.exec.WorkerPool;
import parsweep.sweep.state.SweepException;
import parsweep.sweep.state.SweepException.Problem;

/** The workers of this process, which computes what is asked of it; others may be asked in its place. */
final class LocalWorkers {
    private LocalWorkers() {}

    /**
     * Makes sure that there are some.
     *
     * @throws SweepException if this process only serves
     */
    static void require(WorkerPool pool) {
        if (pool.size() == 0) {
            throw new SweepException(
                    Problem.CONFLICT,
                    "this process computes no points, as it was told by parsweep.role (expected: one that does, asked directly)");
        }
    }
}
