package parsweep.model;

/** A point that cannot be computed: a domain error, a divergence, a program that failed. A result, not an accident. */
public class ModelException extends Exception {
    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
