package parsweep.json;

/** A definition, of a sweep or of a model, that cannot be used, and why. */
public final class InvalidDefinition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Long enough to recognise a value, short enough to be read. */
    private static final int MAX_VALUE = 120;

    /** Twenty nested spaces and an axis; only invented names are longer. */
    private static final int MAX_PATH = 500;

    /** All parameters of a model, but not all that a first point may name. */
    private static final int MAX_EXPECTED = 1000;

    private static final String EXPECTED = " (expected: ";

    private final String path;
    private final String value;
    private final String expected;

    /**
     * @param path of the fault: {@code space.grid.b[2]}; empty for the definition as a whole; cut if it is very long
     * @param value as it stands in the definition; cut if it is long
     * @param expected what would have been right; cut if it is very long
     */
    public InvalidDefinition(String path, String value, String expected) {
        super("%s: %s (expected: %s)"
                .formatted(
                        path.isEmpty() ? "definition" : shortened(path, MAX_PATH),
                        shortened(value, MAX_VALUE),
                        shortened(expected, MAX_EXPECTED)));
        this.path = shortened(path, MAX_PATH);
        this.value = shortened(value, MAX_VALUE);
        this.expected = shortened(expected, MAX_EXPECTED);
    }

    /** What a constructor refused, as a fault at the place where its arguments stand. */
    public static InvalidDefinition of(Node node, IllegalArgumentException refusal) {
        String message = String.valueOf(refusal.getMessage());
        int expected = message.lastIndexOf(EXPECTED);
        if (expected < 0) {
            return node.invalid(message);
        }
        return new InvalidDefinition(
                node.path(),
                message.substring(0, expected),
                message.substring(expected + EXPECTED.length(), message.length() - 1));
    }

    /** The same as seen from within a part of the definition. */
    public InvalidDefinition within(String part) {
        String inner = path.startsWith(part + ".") ? path.substring(part.length() + 1) : path.equals(part) ? "" : path;
        return new InvalidDefinition(inner, value, expected);
    }

    public String path() {
        return path;
    }

    public String value() {
        return value;
    }

    public String expected() {
        return expected;
    }

    private static String shortened(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }
}
