package parsweep.sweep.definition;

/** A definition that cannot be run, and why. */
public final class InvalidDefinition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Long enough to recognise a value, short enough to be read. */
    private static final int MAX_VALUE = 120;

    private final String path;
    private final String value;
    private final String expected;

    /**
     * @param path of the fault: {@code space.grid.b[2]}; empty for the definition as a whole
     * @param value as it stands in the definition; cut if it is long
     * @param expected what would have been right
     */
    public InvalidDefinition(String path, String value, String expected) {
        super("%s: %s (expected: %s)".formatted(path.isEmpty() ? "definition" : path, shortened(value), expected));
        this.path = path;
        this.value = shortened(value);
        this.expected = expected;
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

    private static String shortened(String value) {
        return value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE - 1) + "…";
    }
}
