package parsweep.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** What is wrong with a text that is no JSON or YAML, for those who wrote it: Jackson's words are for programmers. */
final class MalformedBody {
    private static final String VALUE =
            "a number, a text in double quotes, true, false, null, a list in [] or an object in {}";

    /** What stands in a message where a character is named: {@code 'x' (code 120)}, in brackets. */
    private static final String CHARACTER = "Unexpected character \\((.*) \\(code [^)]*\\)\\)";

    /** The first that fits applies; of what fits none, features of Jackson are left out. */
    private static final List<Rule> RULES = List.of(
            rule(
                    "Non-standard token '(.*?)':.*",
                    "'$1' (expected: a finite number; JSON has no NaN and no infinities)"),
            rule("Unrecognized token '(.*?)':.*", "'$1' (expected: " + VALUE + ")"),
            rule("Unexpected end-of-input: expected close marker for Object.*", "the text ends (expected: })"),
            rule("Unexpected end-of-input: expected close marker for Array.*", "the text ends (expected: ])"),
            rule("Unexpected end-of-input .*Object entries", "the text ends (expected: a name, :, a value, and })"),
            rule("Unexpected end-of-input in VALUE_STRING.*", "the text ends (expected: \")"),
            rule("Unexpected end-of-input.*", "the text ends (expected: the rest of it)"),
            rule("Unexpected close marker '(.)': expected '(.)'.*", "'$1' (expected: '$2')"),
            rule("Unexpected close marker '(.)'.*", "'$1' (expected: an object in {})"),
            rule(CHARACTER + ": was expecting double-quote to start property name", "$1 (expected: a name in \"\")"),
            rule(CHARACTER + " in numeric value: .* plus signs.*", "$1 (expected: a number without a plus sign)"),
            rule(CHARACTER + " in numeric value: (.*)", "$1 in a number: $2 (expected: such as 0.5, -2 or 1e-9)"),
            rule(CHARACTER + ": maybe a \\(non-standard\\) comment.*", "$1 (expected: no comment; YAML may have them)"),
            rule(CHARACTER + ": was expecting (.*)", "$1 (expected: $2)"),
            rule(CHARACTER + ": expected a.*", "$1 (expected: " + VALUE + ")"),
            rule("Invalid numeric value: Leading zeroes.*", "0 before a digit (expected: a number without that 0)"),
            rule("Illegal unquoted character.*", "a line break or the like in a text (expected: \\\\n and the like)"),
            rule("Duplicate Object property \"(.*)\"", "the name \"$1\" twice (expected: once)"),
            rule("Document nesting depth .* maximum allowed \\((\\d+),.*", "too deep (expected: at most $1 levels)"),
            rule("Number value length .* maximum allowed \\((\\d+),.*", "a long number (expected: at most $1 digits)"),
            rule("(.*?)(?:: enable `.*|\\[Source: .*|, from `.*)", "$1"));

    private MalformedBody() {}

    private record Rule(Pattern message, String words) {}

    private static Rule rule(String message, String words) {
        return new Rule(Pattern.compile(message, Pattern.DOTALL), words);
    }

    /** Line and column, if they are known, what stands there, and what was expected. */
    static String words(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String where = at == null ? "" : "line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
        return where + words(String.valueOf(e.getOriginalMessage()));
    }

    private static String words(String message) {
        for (Rule rule : RULES) {
            Matcher matcher = rule.message().matcher(message);
            if (matcher.matches()) {
                return matcher.replaceFirst(rule.words());
            }
        }
        return message;
    }
}
