package parsweep.web;

/** A request, as opposed to a definition, that is wrong; becomes a problem with the given status. */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    public BadRequest(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    public static BadRequest parameter(String name, Object value, String expected) {
        return new BadRequest(400, "invalid-parameter", "%s=%s (expected: %s)".formatted(name, value, expected));
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }
}
