package parsweep.sweep.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import parsweep.exec.FlightRecorder;
import parsweep.exec.Plan;
import parsweep.exec.WorkerPool;
import parsweep.sweep.Sweeps;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepException;
import parsweep.sweep.state.SweepException.Problem;
import parsweep.sweep.state.SweepState;

/** Says in which methods the points of a sweep spend their time, while they run in this process. */
public final class Profiler {
    private final Sweeps sweeps;
    private final WorkerPool pool;
    private final AtomicBoolean running = new AtomicBoolean();

    Profiler(Sweeps sweeps, WorkerPool pool) {
        this.sweeps = sweeps;
        this.pool = pool;
    }

    /**
     * Records for a while.
     *
     * @param methods number of methods to name
     * @throws SweepException if there is no such sweep, it does not run, or another profile is being taken
     */
    public HotSpots profile(long id, Duration duration, int methods) throws InterruptedException {
        Sweep sweep = sweeps.get(id);
        if (sweep.state() != SweepState.RUNNING) {
            throw new SweepException(
                    Problem.CONFLICT,
                    "sweep %d is %s and has nothing to profile (expected: RUNNING)".formatted(id, sweep.state()));
        }
        Plan plan = sweeps.plan(id);
        LocalWorkers.require(pool);
        if (!running.compareAndSet(false, true)) {
            throw new SweepException(Problem.CAPACITY, "a profile is being taken (expected: one at a time)");
        }
        try {
            return HotSpots.of(FlightRecorder.record(pool, plan, duration, methods));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            running.set(false);
        }
    }
}
