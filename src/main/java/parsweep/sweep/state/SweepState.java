package parsweep.sweep.state;

/** Where a sweep is in its life. */
public enum SweepState {
    /** Accepted, or opened again; waits for its first worker. */
    QUEUED,
    RUNNING,
    /** Held by a person; points that ran were finished. */
    PAUSED,
    /** All points have an outcome, which may be a failure. */
    COMPLETED,
    /** Stopped by its own policy or by a fault of the service. */
    FAILED,
    /** Stopped by a person; keeps what it has. */
    CANCELLED;

    /** Whether there is a way from here to there; one from a terminal state opens the sweep again. */
    public boolean canBecome(SweepState next) {
        return switch (this) {
            case QUEUED -> next == RUNNING || next == PAUSED || next == FAILED || next == CANCELLED;
            case RUNNING -> next == PAUSED || next == COMPLETED || next == FAILED || next == CANCELLED;
            case PAUSED -> next != PAUSED;
            case COMPLETED, FAILED, CANCELLED -> next == QUEUED;
        };
    }

    public boolean isTerminal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }

    /** Whether workers may take its shards. */
    public boolean isActive() {
        return this == QUEUED || this == RUNNING;
    }
}
