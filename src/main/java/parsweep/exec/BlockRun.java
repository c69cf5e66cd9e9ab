package parsweep.exec;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import parsweep.model.ModelException;
import parsweep.outcome.Failure;
import parsweep.outcome.FailureKind;
import parsweep.outcome.OutcomeBuilder;
import parsweep.outcome.OutputTooLargeException;

/**
 * One block while it is computed. The session thread runs {@link #compute}; the worker waits, and may interrupt the
 * point that is running or give the thread up.
 *
 * <p>Both meet at {@link #gate}. While the k-th point of the block runs, k = 1, 2, ..., it holds {@code 4k}, and between
 * points, before the first and after the last {@code 4k + 2}, where the worker can do nothing. The session thread ends
 * the point by moving it to {@code 4k + 2}; the worker stops the point by moving it to {@code 4k + 1} and then
 * interrupting. Whoever comes second sees that it lost, so that an interrupt never hits a point that it was not meant
 * for. From {@code 4k + 1} either the session thread goes on ({@code 4k + 2}) or the worker gives the thread up
 * ({@link #ABANDONED}), after which the thread touches nothing of the block any more.
 */
final class BlockRun {
    private static final long STOPPING = 1;
    private static final long BETWEEN = 2;
    private static final long POINT = 4;
    private static final long ABANDONED = -1;

    /** Why the worker stops a point. */
    enum Stop {
        TIMEOUT,
        GIVE_UP
    }

    private final Plan plan;
    private final long first;
    private final long end;
    private final Limits limits;
    private final StopSignal signal;
    private final OutcomeBuilder builder;

    private final AtomicLong gate = new AtomicLong(BETWEEN);
    private final AtomicLong pointStarted = new AtomicLong();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile @Nullable Throwable fault; // written by the session thread before it counts finished down
    private volatile Stop stop = Stop.GIVE_UP; // written by the worker only, before it moves the gate
    private volatile long interruptedGate = -1; // the gate value whose interrupt has been delivered

    BlockRun(Plan plan, long first, long end, Limits limits, StopSignal signal, OutcomeBuilder builder) {
        this.plan = plan;
        this.first = first;
        this.end = end;
        this.limits = limits;
        this.signal = signal;
        this.builder = builder;
    }

    Plan plan() {
        return plan;
    }

    OutcomeBuilder builder() {
        return builder;
    }

    // ---- session thread

    /** Computes points until the block is full, the sweep's stop signal is raised, or the worker gives up. */
    void compute(Sessions sessions) {
        try {
            computePoints(sessions);
        } catch (RuntimeException | Error e) {
            fault = e;
            long running = gate.get() & -POINT;
            if (!gate.compareAndSet(running, running + BETWEEN)) {
                acknowledge(running);
            }
        } finally {
            finished.countDown();
        }
    }

    private void computePoints(Sessions sessions) {
        CurrentPoint point = new CurrentPoint(plan);
        long started = System.nanoTime();
        long blockEnds = started + limits.blockTime().toNanos();
        long running = POINT;
        for (long index = first; index < end; index++, running += POINT) {
            pointStarted.lazySet(started);
            gate.lazySet(running); // after its start, so that nobody takes the time of the point before for its own
            Failure failure = run(sessions, point, index);
            long now = System.nanoTime();
            double seconds = (now - started) * 1e-9;
            if (!gate.compareAndSet(running, running + BETWEEN)) {
                sessions.discard(plan.model()); // whatever was interrupted is not to be trusted again
                if (!acknowledge(running)) {
                    return; // given up: the block belongs to the worker
                }
                if (stop == Stop.GIVE_UP) {
                    builder.undo();
                    return;
                }
                failure = new Failure(FailureKind.TIMEOUT, "stopped after %.3f s".formatted(seconds));
            }
            Thread.interrupted(); // by the model itself, which would stop the next point or end this thread
            if (failure == null) {
                builder.done(index, seconds);
            } else {
                builder.failed(index, seconds, failure);
            }
            started = now;
            if (now - blockEnds >= 0 || builder.bytes() >= limits.blockBytes() || signal.isRaised()) {
                return;
            }
        }
    }

    private @Nullable Failure run(Sessions sessions, CurrentPoint point, long index) {
        try {
            point.moveTo(index);
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

    /**
     * Takes note that the worker stopped this point.
     *
     * @return false if the worker has given the thread up in the meantime
     */
    private boolean acknowledge(long running) {
        while (interruptedGate != running && gate.get() == running + STOPPING) {
            Thread.onSpinWait(); // the worker is between moving the gate and interrupting: some nanoseconds
        }
        Thread.interrupted();
        return gate.compareAndSet(running + STOPPING, running + BETWEEN);
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

    /** What {@link #stopPoint} needs; to be asked before {@link #pointNanos}, whose answer is then not an older point's. */
    long point() {
        return gate.get();
    }

    /** How long the running point has taken so far. */
    long pointNanos() {
        return System.nanoTime() - pointStarted.get();
    }

    /**
     * Interrupts a point unless it has ended or has been stopped before.
     *
     * @param point an answer of {@link #point}
     */
    void stopPoint(long point, Stop why, Thread sessionThread) {
        if (point % POINT != 0) {
            return;
        }
        stop = why;
        if (gate.compareAndSet(point, point + STOPPING)) {
            sessionThread.interrupt();
            interruptedGate = point;
        }
    }

    boolean isStopping() {
        return gate.get() % POINT == STOPPING;
    }

    /** Why the point was stopped. */
    Stop why() {
        return stop;
    }

    /**
     * Gives the session thread up.
     *
     * @return false if it has just answered the interrupt
     */
    boolean abandon() {
        long stopping = gate.get();
        return stopping % POINT == STOPPING && gate.compareAndSet(stopping, ABANDONED);
    }
}
