package parsweep.web.results;

import java.util.ArrayList;
import java.util.List;
import parsweep.formula.Evaluator;
import parsweep.formula.Formula;
import parsweep.formula.FormulaException;
import parsweep.web.BadRequest;

/**
 * Rows for which a formula of their numbers is true, that is neither 0 nor NaN. A missing value is NaN, so every
 * comparison with it but {@code !=} is false.
 */
final class WhereFilter implements RowFilter {
    private final List<ResultColumn> columns;
    private final Evaluator formula;
    private final double[] values;

    /**
     * @param text of the formula
     * @param all columns that there are
     * @throws BadRequest if it is no formula or uses what is no column of numbers
     */
    WhereFilter(String text, List<ResultColumn> all) {
        Formula parsed = parse(text);
        columns = new ArrayList<>();
        parsed.names().forEach((name, position) -> columns.add(column(text, name, position, all)));
        formula = parsed.compile(columns.stream().map(ResultColumn::name).toList());
        values = new double[columns.size()];
    }

    private static Formula parse(String text) {
        try {
            return Formula.parse(text);
        } catch (FormulaException e) {
            throw new BadRequest(400, "invalid-parameter", "where=%s: %s".formatted(text, e.getMessage()));
        }
    }

    private static ResultColumn column(String text, String name, int position, List<ResultColumn> all) {
        return all.stream()
                .filter(column -> column.name().equals(name) && column.isNumber())
                .findFirst()
                .orElseThrow(() -> new BadRequest(
                        400,
                        "invalid-parameter",
                        "where=%s: column %d: '%s' (expected: one of %s)"
                                .formatted(text, position, name, ResultColumn.names(all, ResultColumn::isNumber))));
    }

    @Override
    public List<ResultColumn> columns() {
        return columns;
    }

    @Override
    public boolean accepts(SweepBatch batch, int row) {
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).number(batch, row);
        }
        double value = formula.evaluate(values);
        return value != 0 && !Double.isNaN(value);
    }
}
