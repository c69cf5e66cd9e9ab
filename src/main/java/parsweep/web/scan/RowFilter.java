package parsweep.web.scan;

import java.util.List;
import parsweep.sweep.SweepResults;

/** A condition on the numbers of rows. What a row has not, as a failed one has no outputs, is NaN. Not thread-safe. */
final class RowFilter {
    private final Condition condition;
    private final Variable[] variables;
    private final double[] values;

    /**
     * @throws parsweep.web.BadRequest if the text is no formula, or names what is not a number of every row
     */
    RowFilter(SweepResults results, String where) {
        List<Variable> scalars = new Variables(results).scalars();
        this.condition =
                Condition.of(where, scalars.stream().map(Variable::name).toList());
        this.variables = condition.names().stream()
                .map(name -> scalars.stream()
                        .filter(variable -> variable.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toArray(Variable[]::new);
        this.values = new double[variables.length];
    }

    boolean selects(Row row) {
        for (int i = 0; i < variables.length; i++) {
            values[i] = variables[i].isMissing(row) ? Double.NaN : variables[i].of(row);
        }
        return condition.holds(values);
    }
}
