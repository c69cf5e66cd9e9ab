package parsweep.exec;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parsweep.exec.PointGate.Stop;
import parsweep.model.Model;
import parsweep.model.ModelUnavailableException;
import parsweep.outcome.Failure;
import parsweep.outcome.FailureKind;
import parsweep.outcome.OutcomeBuilder;

/**
 * One block while it is computed. The session thread runs {@link #compute}; the worker waits, and may interrupt the
 * point that is running or give the thread up: see {@link PointGate}.
 */
final class BlockRun {
    /** Excluded points between two looks at the clock and the stop signal: less than a millisecond. */
    private static final int SCANNED_POINTS = 1 << 14;

    /** Points of a block, whatever their outputs take; a second of passing over excluded ones, so that time comes first. */
    private static final int MAX_POINTS = 1 << 27;

    private final Plan plan;
    private final long first;
    private final long end;
    private final @Nullable Kept kept;
    private final Limits limits;
    private final StopSignal signal;
    private final OutcomeBuilder builder;
    private final PointGate gate = new PointGate();
    private final PointsAhead ahead;
    private final Attempt attempt;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final @Nullable ColumnRun columns; // null if points are run one by one
    private volatile @Nullable Throwable fault; // written by the session thread before it counts finished down

    /**
     * @param kept outcomes of the same indices, of which only some are to be computed again; null to compute all
     */
    BlockRun(
            Plan plan,
            long first,
            long end,
            @Nullable Kept kept,
            Limits limits,
            StopSignal signal,
            OutcomeBuilder builder) {
        this.plan = plan;
        this.first = first;
        this.end = end;
        this.kept = kept;
        this.limits = limits;
        this.signal = signal;
        this.builder = builder;
        this.ahead = new PointsAhead(plan, kept == null ? end : first);
        this.attempt = new Attempt(plan, gate, builder, ahead);
        this.columns = kept == null && ColumnRun.suits(plan) ? new ColumnRun(plan, end, gate, builder) : null;
    }

    Plan plan() {
        return plan;
    }

    OutcomeBuilder builder() {
        return builder;
    }

    StopSignal signal() {
        return signal;
    }

    PointGate gate() {
        return gate;
    }

    // ---- session thread

    /** Computes points until the block is full, the sweep's stop signal is raised, or the worker gives up. */
    void compute(Sessions sessions) {
        new BlockStart(plan.key()).commit();
        try {
            computePoints(sessions);
        } catch (RuntimeException | Error e) {
            fault = e;
            if (!gate.end()) {
                gate.acknowledge();
            }
        } finally {
            attempt.rest(sessions);
            finished.countDown();
        }
    }

    private void computePoints(Sessions sessions) {
        CurrentPoint point = new CurrentPoint(plan);
        long now = System.nanoTime();
        long blockEnds = now + limits.blockTime().toNanos();
        long index = first;
        while (index < end) {
            if (kept != null) {
                index = kept.copyFrom(index, builder);
                if (index == end) {
                    return;
                }
                now = System.nanoTime();
            }
            long next = kept == null ? passExcluded(point, index) : index;
            if (next == index) {
                int computed = columns == null ? 0 : columns.run(sessions, index);
                if (computed == 0) {
                    computed = computePoint(sessions, point, index, now) ? 1 : ColumnRun.GIVEN_UP;
                    now = attempt.nextStart();
                } else {
                    now = System.nanoTime();
                }
                if (computed == ColumnRun.GIVEN_UP) {
                    return;
                }
                next += computed;
            } else {
                now = System.nanoTime();
            }
            index = next;
            if (now - blockEnds >= 0
                    || builder.bytes() >= limits.blockBytes()
                    || builder.points() >= MAX_POINTS
                    || signal.isRaised()) {
                return;
            }
        }
    }

    /** The first index from this one on that is not excluded, or where it is time to look up again. */
    private long passExcluded(CurrentPoint point, long from) {
        if (!plan.space().isConstrained() || !point.isExcluded(from)) {
            return from;
        }
        long started = System.nanoTime();
        long pause = Math.min(end, from + SCANNED_POINTS);
        long index = from + 1;
        while (index < pause && point.isExcluded(index)) {
            index++;
        }
        builder.exclude(from, index, (System.nanoTime() - started) * 1e-9);
        return index;
    }

    /**
     * Tries a point until it succeeds or may not be tried again.
     *
     * @return false if it was given up without an outcome
     */
    private boolean computePoint(Sessions sessions, CurrentPoint point, long index, long now) {
        int before = kept == null ? 0 : kept.attempts(index);
        double seconds = 0;
        long start = now;
        for (int number = 1; ; number++) {
            Failure failure = attempt.run(sessions, point, index, start);
            boolean isStopped = !gate.end();
            if (isStopped) {
                sessions.discard(plan.model()); // whatever was interrupted is not to be trusted again
                if (!gate.acknowledge()) {
                    return false; // given up: the block belongs to the worker
                }
                if (gate.why() == Stop.GIVE_UP) {
                    builder.undo();
                    return false;
                }
                if (!attempt.hasSession()) {
                    throw notReady();
                }
                failure = new Failure(FailureKind.TIMEOUT, "stopped after %.3f s".formatted(attempt.seconds()));
            }
            Thread.interrupted(); // by the model itself, which would stop the next point or end this thread
            if (attempt.isUnclear()) {
                builder.undo();
                number--;
                start = System.nanoTime();
                continue;
            }
            if (attempt.unavailable() != null && !isStopped) {
                throw attempt.unavailable();
            }
            seconds += attempt.seconds();
            if (failure == null) {
                builder.done(index, seconds);
                return true;
            }
            if (number > plan.policy().maxRetries() || !failure.kind().mayPass()) {
                builder.failed(index, seconds, failure.after(before + number));
                return true;
            }
            builder.undo();
            if (!Backoff.pause(plan.policy().retryDelay(), number, signal)) {
                return false;
            }
            start = System.nanoTime();
        }
    }

    private ModelUnavailableException notReady() {
        Model model = plan.model();
        String message = "model '%s' was not ready for its first point after %d s (expected: sooner, or more in"
                + " limits.start of a program's manifest; a worker says so by the line ready)";
        return new ModelUnavailableException(message.formatted(
                model.description().name(), model.startTimeout().toSeconds()));
    }

    // ---- worker

    /** How long what runs now may take: the opening of a session has a limit of its own. */
    @Nullable
    Duration timeout() {
        return attempt.isOpening() ? plan.model().startTimeout() : plan.policy().timeout();
    }

    boolean await(long millis) throws InterruptedException {
        return finished.await(millis, TimeUnit.MILLISECONDS);
    }

    void watch() {
        attempt.watch();
    }

    /** Adds what the block is busy with at this moment. May be called by any thread. */
    void sample(ProgramTime time) {
        attempt.sample(time);
    }

    /**
     * What ended the block, if it was neither its points nor a stop: a fault of ours, or no memory for the outcomes. To be
     * asked when the block has finished.
     */
    @Nullable
    Throwable fault() {
        return fault;
    }
}
