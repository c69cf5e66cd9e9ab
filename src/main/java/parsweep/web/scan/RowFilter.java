package parsweep.web.scan;

import java.util.List;
import parsweep.formula.Evaluator;
import parsweep.formula.Formula;
import parsweep.formula.FormulaException;
import parsweep.sweep.SweepResults;
import parsweep.web.BadRequest;

/**
 * A condition on rows, in the formula language, over index, replicate, parameters and scalar outputs. A failed row has no
 * outputs, and so fulfils no condition on them. Not thread-safe.
 */
final class RowFilter {
    private final Evaluator condition;
    private final Variable[] variables;
    private final double[] values;
    private final boolean needsOutputs;

    private RowFilter(Evaluator condition, List<Variable> variables) {
        this.condition = condition;
        this.variables = variables.toArray(Variable[]::new);
        this.values = new double[this.variables.length];
        this.needsOutputs = variables.stream().anyMatch(variable -> !variable.isKnownOfFailures());
    }

    /**
     * @throws BadRequest if the text is no formula, or names what is not a number of every row
     */
    static RowFilter of(SweepResults results, String where) {
        try {
            Formula formula = Formula.parse(where);
            List<Variable> scalars = new Variables(results).scalars();
            List<String> known = scalars.stream().map(Variable::name).toList();
            formula.names().forEach((name, column) -> {
                if (!known.contains(name)) {
                    throw new FormulaException(
                            column, "unknown name '%s'".formatted(name), "one of " + String.join(", ", known));
                }
            });
            List<Variable> used = scalars.stream()
                    .filter(variable -> formula.names().containsKey(variable.name()))
                    .toList();
            return new RowFilter(
                    formula.compile(used.stream().map(Variable::name).toList()), used);
        } catch (FormulaException e) {
            throw new BadRequest(400, "invalid-parameter", "where: " + e.getMessage());
        }
    }

    boolean selects(Row row) {
        if (needsOutputs && !row.isDone()) {
            return false;
        }
        for (int i = 0; i < variables.length; i++) {
            values[i] = variables[i].of(row);
        }
        return condition.evaluate(values) != 0;
    }
}
