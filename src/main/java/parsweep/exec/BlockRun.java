package parsweep.exec;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parsweep.exec.PointGate.Stop;
import parsweep.model.InvalidOutputException;
import parsweep.model.KilledException;
import parsweep.model.ModelException;
import parsweep.model.ModelUnavailableException;
import parsweep.model.Session;
import parsweep.outcome.Failure;
import parsweep.outcome.FailureKind;
import parsweep.outcome.OutcomeBuilder;
import parsweep.outcome.OutputTooLargeException;

/**
 * One block while it is computed. The session thread runs {@link #compute}; the worker waits, and may interrupt the
 * point that is running or give the thread up: see {@link PointGate}.
 */
final class BlockRun {
    /** How long a session may take to open, beside the time-out of its first point: programs load their libraries. */
    private static final long OPENING_NANOS = 60_000_000_000L;

    private final Plan plan;
    private final long first;
    private final long end;
    private final @Nullable Kept kept;
    private final Limits limits;
    private final StopSignal signal;
    private final OutcomeBuilder builder;
    private final PointGate gate = new PointGate();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile @Nullable Throwable fault; // written by the session thread before it counts finished down
    private volatile @Nullable Session session; // written by the session thread, watched by the worker
    private final PointsAhead ahead; // this and the next three are the session thread's own
    private long started;
    private @Nullable ModelUnavailableException unavailable;
    private boolean isUnclear; // whether another point may be to blame for the failure

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
        ahead.endAt(blockEnds);
        for (long index = first; index < end; index++) {
            if (kept != null && kept.copy(index, builder)) {
                continue;
            }
            if (!computePoint(sessions, point, index)) {
                return;
            }
            if (System.nanoTime() - blockEnds >= 0 || builder.bytes() >= limits.blockBytes() || signal.isRaised()) {
                return;
            }
        }
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
            started = System.nanoTime();
            gate.begin(started);
            Failure failure = run(sessions, point, index);
            double attemptSeconds = builder.secondsOr((System.nanoTime() - started) * 1e-9);
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
                if (!isUnclear) {
                    failure = new Failure(FailureKind.TIMEOUT, "stopped after %.3f s".formatted(attemptSeconds));
                }
            }
            Thread.interrupted(); // by the model itself, which would stop the next point or end this thread
            if (isUnclear) {
                builder.undo();
                attempt--;
                continue;
            }
            if (unavailable != null && !isStopped) {
                throw unavailable;
            }
            seconds += attemptSeconds;
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
        unavailable = null;
        isUnclear = false;
        try {
            point.moveTo(index);
            session(sessions, index).run(point, builder);
            return null;
        } catch (ModelUnavailableException e) {
            unavailable = e; // unless it was stopped while it opened
            return new Failure(FailureKind.ERROR, message(e));
        } catch (KilledException e) {
            sessions.discard(plan.model());
            if (e.ahead() > 0 && !ahead.isPaused()) {
                ahead.pauseFor(e.ahead());
                isUnclear = true;
            }
            return new Failure(FailureKind.KILLED, message(e));
        } catch (InvalidOutputException e) {
            return new Failure(FailureKind.REJECTED, message(e));
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

    /** Opens a session if there is none, which is not the point's time, and tells it what is to come. */
    private Session session(Sessions sessions, long index) {
        Session open = sessions.find(plan.model());
        if (open == null) {
            gate.beginAt(started + OPENING_NANOS);
            open = sessions.of(plan.model());
            started = System.nanoTime();
            gate.beginAt(started);
        }
        ahead.at(index);
        if (open != session) {
            ahead.rewind();
            open.foresee(ahead);
            session = open;
        }
        return open;
    }

    private static String message(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    // ---- worker

    boolean await(long millis) throws InterruptedException {
        return finished.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Lets the session look after what it cannot see while it waits. */
    void watch() {
        Session watched = session;
        if (watched != null) {
            watched.watch();
        }
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
