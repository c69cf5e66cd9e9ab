package parsweep.sweep.definition;

/** A definition that cannot be run, and why. */
public final class InvalidDefinition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Long enough to recognise a value, short enough to be read. */
    private static final int MAX_VALUE = 120;

    /** Twenty nested spaces and an axis; only invented names are longer. */
    private static final int MAX_PATH = 500;

    /** All parameters of a model, but not all that a first point may name. */
    private static final int MAX_EXPECTED = 1000;

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

    /** The same as seen from within a part of the definition. */
    InvalidDefinition within(String part) {
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
