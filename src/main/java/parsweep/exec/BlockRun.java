package parsweep.exec;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parsweep.exec.PointGate.Stop;
import parsweep.model.ColumnSession;
import parsweep.model.ModelException;
import parsweep.outcome.Failure;
import parsweep.outcome.FailureKind;
import parsweep.outcome.OutcomeBuilder;
import parsweep.outcome.OutputTooLargeException;

/**
 * One block while it is computed. The session thread runs {@link #compute}; the worker waits, and may interrupt the
 * point that is running or give the thread up: see {@link PointGate}.
 */
final class BlockRun {
    /** Excluded points between two looks at the clock and the stop signal: less than a millisecond. */
    private static final int SCANNED_POINTS = 1 << 14;

    /** Points of a block, whatever their outputs take; a second of passing over excluded ones, so that time comes first. */
    private static final int MAX_POINTS = 1 << 27;

    /** In the place of a number of points: the block has ended without an outcome of the one that ran. */
    private static final int GIVEN_UP = -1;

    private final Plan plan;
    private final long first;
    private final long end;
    private final @Nullable Kept kept;
    private final Limits limits;
    private final StopSignal signal;
    private final OutcomeBuilder builder;
    private final PointGate gate = new PointGate();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final @Nullable ColumnRun columns; // this and the next one are the session thread's own
    private long byItselfUntil; // points before this index are run one by one
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
        this.columns = kept == null && ColumnRun.suits(plan) ? new ColumnRun(plan) : null;
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
        try {
            computePoints(sessions);
        } catch (RuntimeException | Error e) {
            fault = e;
            if (!gate.end()) {
                gate.acknowledge();
            }
        } finally {
            finished.countDown();
        }
    }

    private void computePoints(Sessions sessions) {
        CurrentPoint point = new CurrentPoint(plan);
        long blockEnds = System.nanoTime() + limits.blockTime().toNanos();
        long index = first;
        while (index < end) {
            if (kept != null) {
                index = kept.copyFrom(index, builder);
                if (index == end) {
                    return;
                }
            }
            long next = kept == null ? passExcluded(point, index) : index;
            if (next == index) {
                int computed = computeColumns(sessions, index);
                if (computed == 0) {
                    computed = computePoint(sessions, point, index) ? 1 : GIVEN_UP;
                }
                if (computed == GIVEN_UP) {
                    return;
                }
                next += computed;
            }
            index = next;
            if (System.nanoTime() - blockEnds >= 0
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
     * Computes points from an index on as columns, if there is a session that can.
     *
     * @return number of points that have an outcome now; 0 if the next is to be run by itself; {@link #GIVEN_UP}
     */
    private int computeColumns(Sessions sessions, long index) {
        if (columns == null
                || index < byItselfUntil
                || !(sessions.find(plan.model()) instanceof ColumnSession session)) {
            return 0;
        }
        int count = columns.read(index, end);
        long started = System.nanoTime();
        gate.begin(started);
        boolean isComputed = columns.compute(session);
        double seconds = (System.nanoTime() - started) * 1e-9;
        if (!gate.end()) { // there is no time-out of columns: the block is given up
            sessions.discard(plan.model());
            gate.acknowledge();
            return GIVEN_UP;
        }
        Thread.interrupted(); // as after a point
        if (!isComputed) {
            sessions.discard(plan.model());
            byItselfUntil = index + count;
            return 0;
        }
        columns.finish(index, seconds, builder);
        return count;
    }

    /**
     * Tries a point until it succeeds or may not be tried again.
     *
     * @return false if it was given up without an outcome
     */
    private boolean computePoint(Sessions sessions, CurrentPoint point, long index) {
        int before = kept == null ? 0 : kept.attempts(index);
        double seconds = 0;
        for (int attempt = 1; ; attempt++) {
            long started = System.nanoTime();
            gate.begin(started);
            Failure failure = run(sessions, point, index);
            double attemptSeconds = (System.nanoTime() - started) * 1e-9;
            seconds += attemptSeconds;
            if (!gate.end()) {
                sessions.discard(plan.model()); // whatever was interrupted is not to be trusted again
                if (!gate.acknowledge()) {
                    return false; // given up: the block belongs to the worker
                }
                if (gate.why() == Stop.GIVE_UP) {
                    builder.undo();
                    return false;
                }
                failure = new Failure(FailureKind.TIMEOUT, "stopped after %.3f s".formatted(attemptSeconds));
            }
            Thread.interrupted(); // by the model itself, which would stop the next point or end this thread
            if (failure == null) {
                builder.done(index, seconds);
                return true;
            }
            if (attempt > plan.policy().maxRetries() || !failure.kind().mayPass()) {
                builder.failed(index, seconds, failure.after(before + attempt));
                return true;
            }
            builder.undo();
            if (!Backoff.pause(plan.policy().retryDelay(), attempt, signal)) {
                return false;
            }
        }
    }

    private @Nullable Failure run(Sessions sessions, CurrentPoint point, long index) {
        try {
            point.moveTo(index);
            String fault = point.fault();
            if (fault != null) {
                return new Failure(FailureKind.REJECTED, fault);
            }
            sessions.of(plan.model()).run(point, builder);
            return null;
        } catch (ModelException e) {
            return new Failure(FailureKind.ERROR, message(e));
        } catch (OutputTooLargeException e) {
            return new Failure(FailureKind.REJECTED, message(e));
        } catch (InterruptedException e) {
            return new Failure(FailureKind.ERROR, "interrupted"); // replaced by a time-out if it was one
        } catch (Exception | Error e) { // of a model, which may be anybody's, an Error tells no more than an exception
            sessions.discard(plan.model());
            return new Failure(FailureKind.ERROR, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static String message(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    // ---- worker

    boolean await(long millis) throws InterruptedException {
        return finished.await(millis, TimeUnit.MILLISECONDS);
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
