package parsweep.formula;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parsweep.formula.Token.Kind;

/** Cuts a formula into words. Only ASCII means anything, so that no two names look alike. */
final class Lexer {
    /** Words that are operators and can be no names. */
    static final Set<String> KEYWORDS = Set.of("and", "or", "not");

    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]*");

    private static final Pattern WORD = Pattern.compile("(?<number>(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_]*)"
            + "|\\*\\*|<=|>=|==|!=|[-+*/%^<>()?:,]");

    private final String text;
    private final Matcher space;
    private final Matcher word;
    private int position;

    Lexer(String text) {
        this.text = text;
        this.space = SPACE.matcher(text);
        this.word = WORD.matcher(text);
    }

    /** The next word; {@link Kind#END} again and again at the end. */
    Token next() {
        space.region(position, text.length());
        if (space.lookingAt()) {
            position = space.end();
        }
        int column = position + 1;
        if (position == text.length()) {
            return new Token(Kind.END, "", column);
        }
        word.region(position, text.length());
        if (!word.lookingAt()) {
            throw illegal(column);
        }
        position = word.end();
        String found = word.group();
        boolean isName = word.group("name") != null && !KEYWORDS.contains(found);
        return new Token(word.group("number") != null ? Kind.NUMBER : isName ? Kind.NAME : Kind.SYMBOL, found, column);
    }

    private FormulaException illegal(int column) {
        int character = text.codePointAt(position);
        String expected = switch (character) {
            case '=' -> "==";
            case '&' -> "and";
            case '|' -> "or";
            case '!' -> "not or !=";
            default -> "letters, digits and operators of ASCII";
        };
        String shown = Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE
                ? "character U+%04X".formatted(character)
                : "'%s'".formatted(Character.toString(character));
        return new FormulaException(column, "unexpected " + shown, expected);
    }
}
