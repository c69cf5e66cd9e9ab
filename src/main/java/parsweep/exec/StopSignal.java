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

    private volatile Kind kind = Kind.GO_ON;

    public Kind kind() {
        return kind;
    }

    public boolean isRaised() {
        return kind != Kind.GO_ON;
    }

    public synchronized void raise(Kind newKind) {
        if (newKind.compareTo(kind) > 0) {
            kind = newKind;
        }
    }
}
