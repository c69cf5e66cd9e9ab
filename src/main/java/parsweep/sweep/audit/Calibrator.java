package parsweep.sweep.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.DoubleAdder;
import parsweep.exec.Plan;
import parsweep.exec.SideRun;
import parsweep.exec.SideRun.Run;
import parsweep.exec.StopSignal;
import parsweep.exec.WorkerPool;
import parsweep.outcome.Block;
import parsweep.sweep.Sweeps;
import parsweep.sweep.audit.Calibration.Serial;
import parsweep.sweep.audit.Calibration.Step;
import parsweep.sweep.state.SweepException;
import parsweep.sweep.state.SweepException.Problem;

/**
 * Measures how the points of a sweep scale: a sample of them by one worker, then the same points by two, three, ...
 *
 * <p>It needs the workers for itself: while they compute for a sweep there is nothing to measure, and the request is
 * refused. A sweep that comes in the meantime gets its share of the workers, and the answer says so.
 */
public final class Calibrator {
    /** Of the time is spent on warming up: what the just-in-time compiler does there, it does not do to the first step. */
    private static final double WARM_UP = 0.15;

    /** Of the time that is left is planned with; the rest is for points that take longer at another number of workers. */
    private static final double SAFETY = 0.8;

    /** A run of points takes about so long: many enough that all workers end together, long enough to cost nothing. */
    private static final double RUN_SECONDS = 0.02;

    /** A run may be twice as long as the one before, so that one slow point does not follow from many fast ones. */
    private static final int GROWTH = 2;

    /** Beyond this every number of workers would take too long: then only powers of 2, and the last. */
    private static final int ALL_UP_TO = 8;

    private final Sweeps sweeps;
    private final WorkerPool pool;
    private final AtomicBoolean running = new AtomicBoolean();

    Calibrator(Sweeps sweeps, WorkerPool pool) {
        this.sweeps = sweeps;
        this.pool = pool;
    }

    /**
     * Measures.
     *
     * @param seed of the choice of points
     * @param maxWorkers the last number of workers; as many as there are if that is less
     * @param patience for all steps together
     * @throws SweepException if there is no such sweep, the workers are busy, or no point came to its end
     * @throws parsweep.json.InvalidDefinition if its model is not here in the version that it began with
     */
    public Calibration calibrate(long id, long seed, int maxWorkers, Duration patience) throws InterruptedException {
        Plan plan = sweeps.plan(id);
        LocalWorkers.require(pool);
        if (!running.compareAndSet(false, true)) {
            throw new SweepException(Problem.CAPACITY, "a calibration is running (expected: one at a time)");
        }
        try {
            if (pool.busy() > 0) {
                throw new SweepException(
                        Problem.CAPACITY,
                        "%d of %d workers are computing (expected: none, since a calibration needs them all; wait, or pause the sweeps that run)"
                                .formatted(pool.busy(), pool.size()));
            }
            return new Measurement(plan, seed, patience).measure(steps(Math.min(maxWorkers, pool.size())));
        } finally {
            running.set(false);
        }
    }

    static List<Integer> steps(int last) {
        TreeSet<Integer> steps = new TreeSet<>();
        for (int workers = 1; workers <= last; workers += workers < ALL_UP_TO ? 1 : workers) {
            steps.add(workers);
        }
        steps.add(last);
        return List.copyOf(steps);
    }

    private final class Measurement {
        private final Plan plan;
        private final long seed;
        private final long started = System.nanoTime();
        private final double patience;
        private final StopSignal signal;

        Measurement(Plan plan, long seed, Duration patience) {
            this.plan = plan;
            this.seed = seed;
            this.patience = patience.toNanos() * 1e-9;
            this.signal = StopSignal.at(started + patience.toNanos());
        }

        Calibration measure(List<Integer> steps) throws InterruptedException {
            long borrowedBefore = pool.borrowed();
            double passes = steps.stream().mapToDouble(workers -> 1.0 / workers).sum();
            SerialPass warmUp = new SerialPass(patience * WARM_UP);
            SerialPass pass = new SerialPass((patience - seconds()) * SAFETY / passes);
            if (pass.points == 0) {
                throw new SweepException(
                        Problem.LIMIT,
                        "no point came to its end within %.3g s (expected: more time)".formatted(patience));
            }
            Serial serial = new Serial(pass.seconds, pass.pointSeconds.sum(), plan.size() * pass.seconds / pass.points);
            List<Step> curve = new ArrayList<>();
            curve.add(Step.of(1, pass.points, pass.seconds, pass.pointSeconds.sum(), serial, plan.size()));
            boolean complete = !signal.isRaised();
            long blocks = warmUp.blocks + pass.blocks;
            for (int workers : steps.subList(1, steps.size())) {
                DoubleAdder pointSeconds = new DoubleAdder();
                DoubleAdder computed = new DoubleAdder();
                long since = System.nanoTime();
                int finished = SideRun.compute(pool, plan, pass.runs, workers, signal, (run, block) -> {
                    pointSeconds.add(block.seconds());
                    computed.add(1);
                });
                double seconds = (System.nanoTime() - since) * 1e-9;
                blocks += (long) computed.sum();
                complete &= finished == pass.runs.size();
                if (!complete) {
                    break;
                }
                curve.add(Step.of(workers, pass.points, seconds, pointSeconds.sum(), serial, plan.size()));
            }
            boolean disturbed = pool.borrowed() - borrowedBefore > blocks + 1; // one may have been in vain
            return new Calibration(
                    seed,
                    pass.points,
                    plan.size(),
                    Runtime.getRuntime().availableProcessors(),
                    serial,
                    curve,
                    disturbed,
                    complete,
                    seconds());
        }

        private double seconds() {
            return (System.nanoTime() - started) * 1e-9;
        }

        /** Random runs of points, one after another, until a time is over; remembers them. */
        private final class SerialPass {
            private final List<Run> runs = new ArrayList<>();
            private final DoubleAdder pointSeconds = new DoubleAdder();
            private long points;
            private long blocks;
            private final double seconds;

            SerialPass(double maxSeconds) throws InterruptedException {
                long since = System.nanoTime();
                PrimitiveIterator.OfLong order = AuditSample.of(seed, plan.size());
                int count = 1;
                double elapsed = 0;
                while (elapsed < maxSeconds) {
                    if (!order.hasNext()) {
                        order = AuditSample.of(seed, plan.size()); // fewer points than there is time
                    }
                    long first = order.nextLong();
                    Run run = new Run(first, (int) Math.min(count, plan.size() - first));
                    if (!compute(run)) {
                        break;
                    }
                    double before = elapsed;
                    elapsed = (System.nanoTime() - since) * 1e-9;
                    double perPoint = (elapsed - before) / run.count();
                    count = (int) Math.max(1, Math.min(GROWTH * (double) count, RUN_SECONDS / perPoint));
                }
                seconds = elapsed;
            }

            /** False if the time of the whole measurement was up. */
            private boolean compute(Run run) throws InterruptedException {
                long index = run.first();
                double sum = 0;
                while (index < run.first() + run.count()) {
                    Optional<Block> block = pool.compute(plan, index, run.first() + run.count(), signal);
                    if (block.isEmpty()) {
                        return false;
                    }
                    blocks++;
                    sum += block.get().seconds();
                    index = block.get().end();
                }
                runs.add(run);
                points += run.count();
                pointSeconds.add(sum);
                return true;
            }
        }
    }
}
