package parsweep.exec;

/** Tells a worker to stop, and how. Written by any thread, read by the worker; it only gets stronger. */
public final class StopSignal {
    /** How to stop, from weak to strong. */
    public enum Kind {
        GO_ON,
        /** Finish the point, commit the block, take no further one: pause and shutdown. */
        AFTER_POINT,
        /** Interrupt the point, commit what was finished before it: cancel, and shutdown when its grace is over. */
        NOW
    }

    private final long deadlineNanos;
    private final boolean hasDeadline;
    private volatile Kind kind = Kind.GO_ON;

    public StopSignal() {
        this(false, 0);
    }

    private StopSignal(boolean hasDeadline, long deadlineNanos) {
        this.hasDeadline = hasDeadline;
        this.deadlineNanos = deadlineNanos;
    }

    /** A signal that becomes {@link Kind#NOW} by itself when {@link System#nanoTime()} reaches a deadline. */
    public static StopSignal at(long deadlineNanos) {
        return new StopSignal(true, deadlineNanos);
    }

    public Kind kind() {
        return hasDeadline && System.nanoTime() - deadlineNanos >= 0 ? Kind.NOW : kind;
    }

    public boolean isRaised() {
        return kind() != Kind.GO_ON;
    }

    public synchronized void raise(Kind newKind) {
        if (newKind.compareTo(kind) > 0) {
            kind = newKind;
        }
    }
}
