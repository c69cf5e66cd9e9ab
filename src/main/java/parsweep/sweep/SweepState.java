package parsweep.sweep;

/** Where a sweep is in its life. */
public enum SweepState {
    /** Accepted; no point has been started. */
    QUEUED,
    RUNNING,
    /** All points have an outcome, which may be a failure. */
    COMPLETED,
    /** Stopped by its own policy or by a fault of the service. */
    FAILED,
    /** Stopped by a person; keeps what it has. */
    CANCELLED;

    public boolean canBecome(SweepState next) {
        return switch (this) {
            case QUEUED -> next == RUNNING || next == FAILED || next == CANCELLED;
            case RUNNING -> next == COMPLETED || next == FAILED || next == CANCELLED;
            case COMPLETED, FAILED, CANCELLED -> false;
        };
    }

    public boolean isTerminal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
