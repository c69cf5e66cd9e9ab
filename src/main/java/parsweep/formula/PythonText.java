package parsweep.formula;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An expression as Python writes it, with what decides about parentheses around it.
 *
 * @param level of its loosest operator outside of parentheses
 * @param depth number of levels of its syntax tree
 */
record PythonText(String text, Level level, int depth) {
    /** From the loosest to the tightest. */
    enum Level {
        CONDITIONAL,
        RELATION,
        SUM,
        PRODUCT,
        SIGN,
        ATOM
    }

    static PythonText atom(String text) {
        return new PythonText(text, Level.ATOM, 1);
    }

    static PythonText call(String function, List<PythonText> arguments) {
        String list = arguments.stream().map(PythonText::text).collect(Collectors.joining(", "));
        return new PythonText(function + "(" + list + ")", Level.ATOM, 1 + depth(arguments));
    }

    /** {@code left operator right}, the left operand of the same level without parentheses. */
    static PythonText binary(PythonText left, String operator, PythonText right, Level level) {
        String text = left.within(level) + " " + operator + " " + right.above(level);
        return new PythonText(text, level, 1 + depth(List.of(left, right)));
    }

    static int depth(List<PythonText> operands) {
        return operands.stream().mapToInt(PythonText::depth).max().orElse(0);
    }

    /** In parentheses if it is looser. */
    String within(Level other) {
        return level.compareTo(other) < 0 ? "(" + text + ")" : text;
    }

    /** In parentheses unless it is tighter. */
    String above(Level other) {
        return level.compareTo(other) <= 0 ? "(" + text + ")" : text;
    }
}
