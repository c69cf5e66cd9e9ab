package parsweep.formula;

/**
 * A word of a formula.
 *
 * @param text as it stands there; empty at the end
 * @param column of its first character, from 1
 */
record Token(Kind kind, String text, int column) {
    enum Kind {
        NUMBER,
        NAME,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    FormulaException unexpected(String expected) {
        String what = kind == Kind.END ? "the end" : "unexpected '%s'".formatted(shortened());
        return new FormulaException(column, what, expected);
    }

    String shortened() {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
