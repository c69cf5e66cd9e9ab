package parsweep.exec;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parsweep.model.InvalidOutputException;
import parsweep.model.KilledException;
import parsweep.model.ModelException;
import parsweep.model.ModelUnavailableException;
import parsweep.model.ProgramPhase;
import parsweep.model.Session;
import parsweep.outcome.Failure;
import parsweep.outcome.FailureKind;
import parsweep.outcome.OutcomeBuilder;
import parsweep.outcome.OutputTooLargeException;

/**
 * Runs a point of a block in a session, once, and says what came of it; reused from attempt to attempt. Confined to the
 * session thread, but for {@link #watch}.
 */
final class Attempt {
    private final Plan plan;
    private final PointGate gate;
    private final OutcomeBuilder builder;
    private final PointsAhead ahead;
    private final DeclaredLengths lengths;
    private volatile @Nullable Session session; // of the last attempt, for the worker
    private volatile boolean isOpening; // a session, for the worker and profiles
    private boolean hasSession;
    private long started;
    private long ended;
    private boolean isTold; // how long it took, by the session
    private double seconds;
    private boolean isUnclear;
    private @Nullable ModelUnavailableException unavailable;

    Attempt(Plan plan, PointGate gate, OutcomeBuilder builder, PointsAhead ahead) {
        this.plan = plan;
        this.gate = gate;
        this.builder = builder;
        this.ahead = ahead;
        this.lengths = new DeclaredLengths(plan.model().description());
    }

    /**
     * Runs the point; null if it has set its outputs. The gate is open, and to be ended by the caller.
     *
     * @param startNanos now
     */
    @Nullable
    Failure run(Sessions sessions, CurrentPoint point, long index, long startNanos) {
        unavailable = null;
        isUnclear = false;
        hasSession = true;
        started = startNanos;
        gate.begin(startNanos);
        Failure failure = outcome(sessions, point, index);
        ended = System.nanoTime();
        isTold = builder.isTold();
        seconds = builder.secondsOr((ended - started) * 1e-9);
        return failure;
    }

    private @Nullable Failure outcome(Sessions sessions, CurrentPoint point, long index) {
        try {
            point.moveTo(index);
            String fault = point.fault();
            if (fault != null) {
                return new Failure(FailureKind.REJECTED, fault);
            }
            session(sessions, index).run(point, builder);
            lengths.require(point, builder);
            return null;
        } catch (ModelUnavailableException e) {
            unavailable = e;
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
            isOpening = true;
            hasSession = false;
            try {
                open = sessions.of(plan.model());
                hasSession = true;
                started = System.nanoTime();
                gate.beginAt(started); // before the limit of opening ends
            } finally {
                isOpening = false;
            }
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

    /** How long it took, the opening of a session apart. */
    double seconds() {
        return seconds;
    }

    /**
     * When the next point begins, a moment after the end of this one: of points that were sent ahead the session says how
     * long they took, and a look at the clock costs as much as all the rest of such a point.
     */
    long nextStart() {
        return isTold ? ended : System.nanoTime();
    }

    /** Whether the failure may be another point's, so that the point is to be run again as if nothing had been. */
    boolean isUnclear() {
        return isUnclear;
    }

    /** Whether there was a session for the point; not if its opening took too long. */
    boolean hasSession() {
        return hasSession;
    }

    /** Whether a session is being opened, which has a time limit of its own. May be called by any thread. */
    boolean isOpening() {
        return isOpening;
    }

    /** Why no point can be run; to be asked if the attempt was not stopped. */
    @Nullable
    ModelUnavailableException unavailable() {
        return unavailable;
    }

    /** Adds what is going on at this moment. May be called by any thread. */
    void sample(ProgramTime time) {
        Session running = session;
        if (isOpening) {
            time.add(ProgramPhase.STARTING);
        } else if (running != null) {
            time.add(running.phase());
        }
    }

    /** Tells the session that the block is over, if it is still open. */
    void rest(Sessions sessions) {
        Session open = sessions.find(plan.model());
        if (open != null && open == session) {
            try {
                open.rest();
            } catch (Exception | Error e) { // of a model, which may be anybody's
                sessions.discard(plan.model());
            }
        }
    }

    /** Lets the session look after what it cannot see while it waits; called by the worker. */
    void watch() {
        Session watched = session;
        if (watched != null) {
            watched.watch();
        }
    }
}
