package parsweep.formula;

/** A text that is no formula, and where it stops being one: {@code column 5: unexpected ')' (expected: ...)}. */
public final class FormulaException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int column;

    /**
     * @param column of the first character at fault, from 1; counts characters from the start of the text
     * @param value what stands there
     * @param expected what would have been right
     */
    public FormulaException(int column, String value, String expected) {
        super("column %d: %s (expected: %s)".formatted(column, value, expected));
        this.column = column;
    }

    public int column() {
        return column;
    }
}
