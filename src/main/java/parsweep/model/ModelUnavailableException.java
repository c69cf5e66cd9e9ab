package parsweep.model;

/**
 * A model that cannot be opened here: its program does not start, its code cannot be loaded, its files are not those of
 * its version any more. No point of it can be computed, so that it is the sweep that fails, and can be retried.
 */
public final class ModelUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelUnavailableException(String message) {
        super(message);
    }

    public ModelUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
