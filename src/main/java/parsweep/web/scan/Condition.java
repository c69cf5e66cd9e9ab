package parsweep.web.scan;

import java.util.ArrayList;
import java.util.List;
import parsweep.formula.Evaluator;
import parsweep.formula.Formula;
import parsweep.formula.FormulaException;
import parsweep.web.BadRequest;

/**
 * What {@code where=} says: a formula of a row's numbers, which holds where it is neither 0 nor NaN. The same for downloads
 * and for statistics. Not thread-safe.
 */
public final class Condition {
    private final List<String> names;
    private final Evaluator formula;

    private Condition(List<String> names, Evaluator formula) {
        this.names = names;
        this.formula = formula;
    }

    /**
     * Reads a condition.
     *
     * @param known the names of a row's numbers
     * @throws BadRequest if the text is no formula, or names anything else
     */
    public static Condition of(String where, List<String> known) {
        Formula parsed = parse(where);
        parsed.names().forEach((name, column) -> {
            if (!known.contains(name)) {
                throw refused(
                        where,
                        "column %d: '%s' (expected: one of %s)".formatted(column, name, String.join(", ", known)));
            }
        });
        List<String> names = new ArrayList<>(parsed.names().keySet());
        return new Condition(names, parsed.compile(names));
    }

    private static Formula parse(String where) {
        try {
            return Formula.parse(where);
        } catch (FormulaException e) {
            throw refused(where, String.valueOf(e.getMessage()));
        }
    }

    private static BadRequest refused(String where, String fault) {
        return new BadRequest(400, "invalid-parameter", "where=%s: %s".formatted(where, fault));
    }

    /** The names of the numbers that it needs. */
    public List<String> names() {
        return names;
    }

    /**
     * Whether a row meets it.
     *
     * @param values in the order of the names; NaN for what is missing
     */
    public boolean holds(double[] values) {
        double value = formula.evaluate(values);
        return value != 0 && !Double.isNaN(value);
    }
}
