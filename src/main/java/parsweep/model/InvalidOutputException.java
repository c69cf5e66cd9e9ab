package parsweep.model;

/** Outputs of a point that do not fit their declaration: the point is rejected, and not tried again. */
public final class InvalidOutputException extends ModelException {
    private static final long serialVersionUID = 1L;

    public InvalidOutputException(String message) {
        super(message);
    }
}
