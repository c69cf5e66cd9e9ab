package parsweep.outcome;

/**
 * Why a point failed.
 *
 * @param message at most {@link #MAX_MESSAGE} characters, the rest is cut
 * @param attempts how often it was tried, at least 1
 */
public record Failure(FailureKind kind, String message, int attempts) {
    /** Enough for the last lines of a stack trace or of standard error; a million failures stay below 2 GB. */
    public static final int MAX_MESSAGE = 2000;

    public Failure {
        if (message.length() > MAX_MESSAGE) {
            message = message.substring(0, MAX_MESSAGE - 1) + "…";
        }
    }

    public Failure(FailureKind kind, String message) {
        this(kind, message, 1);
    }

    /** The same after so many attempts. */
    public Failure after(int newAttempts) {
        return new Failure(kind, message, newAttempts);
    }
}
