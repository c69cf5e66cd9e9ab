package parsweep.outcome;

import java.util.Locale;

/** Why a point has no outputs. */
public enum FailureKind {
    /** The model said so, or threw. */
    ERROR(0),
    /** The point's time was up. */
    TIMEOUT(1),
    /** The process that computed it died. */
    KILLED(2),
    /** Its outputs do not fit the declaration or a limit. */
    REJECTED(3),
    /** An output that must be finite is not. */
    NON_FINITE(4);

    /** What stands for the kind in a payload: never to be given to another kind. */
    private final int code;

    FailureKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static FailureKind ofCode(int code) {
        for (FailureKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("payload with a failure of kind %d (expected: 0 to 4)".formatted(code));
    }

    /** Whether the same point may succeed when it is tried again; what a model computed is not computed otherwise. */
    public boolean mayPass() {
        return this == ERROR || this == TIMEOUT || this == KILLED;
    }

    /** As it stands in JSON and CSV: {@code non-finite}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
