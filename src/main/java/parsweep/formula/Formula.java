package parsweep.formula;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A formula: a text of the language that the package describes. Immutable. */
public final class Formula {
    /** Of the language; changes whenever the results of a formula may change. */
    public static final String VERSION = "3";

    /** Some 100 lines: nobody reads more, and it compiles in some milliseconds. */
    public static final int MAX_LENGTH = 10_000;

    private final Expression expression;
    private final Map<String, Integer> names;
    private final Map<String, Double> constants;

    private Formula(Expression expression, Map<String, Integer> names, Map<String, Double> constants) {
        this.expression = expression;
        this.names = Collections.unmodifiableMap(names);
        this.constants = Map.copyOf(constants);
    }

    /**
     * Parses a formula.
     *
     * @throws FormulaException if it is none, is longer than {@link #MAX_LENGTH}, or is nested more than
     *     {@link Parser#MAX_DEPTH} deep
     */
    public static Formula parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new FormulaException(
                    MAX_LENGTH + 1,
                    "%d characters".formatted(text.length()),
                    "a formula of at most %d".formatted(MAX_LENGTH));
        }
        Parser parser = new Parser(text);
        return new Formula(parser.parse(), parser.names(), Map.of());
    }

    /** The free names, in the order in which they first appear, and the columns where they do, from 1. */
    public Map<String, Integer> names() {
        return names;
    }

    /** The same formula with values for some of its free names, which are free no more. */
    public Formula with(Map<String, Double> values) {
        Map<String, Integer> free = new LinkedHashMap<>(names);
        free.keySet().removeAll(values.keySet());
        Map<String, Double> all = new HashMap<>(constants);
        values.forEach(all::putIfAbsent);
        return new Formula(expression, free, all);
    }

    /** Whether a name has a meaning in the language and cannot be given another: constants, functions, operators. */
    public static boolean isReserved(String name) {
        return Lexer.KEYWORDS.contains(name) || Constants.ALL.containsKey(name) || Functions.ARITIES.containsKey(name);
    }

    /** All functions by name, for people: {@code abs, acos, ...}. */
    public static String functions() {
        return String.join(", ", Functions.ARITIES.keySet());
    }

    /** All constants by name, for people. */
    public static String constants() {
        return String.join(", ", Constants.ALL.keySet());
    }

    /**
     * Compiles this formula for a layout of values.
     *
     * @param slots the name that each element of the array of values belongs to; may hold more than this formula's
     * @throws IllegalArgumentException if a free name is missing
     */
    public Evaluator compile(List<String> slots) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            positions.put(slots.get(i), i);
        }
        return compile(positions);
    }

    /**
     * Compiles this formula for a layout of values.
     *
     * @param slots where in the array of values a name has its own; may hold more names than this formula's
     * @throws IllegalArgumentException if a free name is missing
     */
    public Evaluator compile(Map<String, Integer> slots) {
        return new Compiler(slots, constants).compile(expression);
    }

    /**
     * This formula as Python: statements of which the last one assigns its value, a float. They call {@code div},
     * {@code mod}, {@code pow} and the functions of the language, which must not raise errors but return infinities and
     * NaN, and use {@code inf} and {@code nan}. None is nested too deeply for Python.
     *
     * @param target the variable that gets the value
     * @param names what the free names are called
     * @param temporary the beginning of names that are free for parts of the formula
     */
    public List<String> python(String target, UnaryOperator<String> names, String temporary) {
        UnaryOperator<String> values = name -> {
            Double constant = constants.get(name);
            return constant == null ? names.apply(name) : "(" + constant + ")";
        };
        return new PythonWriter(values, temporary).assignment(target, expression);
    }
}
