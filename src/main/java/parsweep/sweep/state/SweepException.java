package parsweep.sweep.state;

/** A request that cannot be served, and whose fault that is. */
public final class SweepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong; each is a problem type of its own. */
    public enum Problem {
        /** There is no such sweep, model or point. */
        NOT_FOUND,
        /** The sweep is in a state in which this cannot be done. */
        CONFLICT,
        /** A limit is reached; later it may work. */
        CAPACITY,
        /** A limit that waiting does not lift. */
        LIMIT,
        /** What was sent is larger than may be. */
        TOO_LARGE,
        /** There is no room for further results; later there may be. */
        FULL,
        /** An idempotency key that stands for another definition. */
        KEY_IN_USE
    }

    private final Problem problem;

    public SweepException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
