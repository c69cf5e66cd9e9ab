package parsweep.web.results;

import java.util.List;
import parsweep.web.BadRequest;
import parsweep.web.scan.Condition;

/** Rows whose numbers fulfil a condition. A missing value is NaN, so every comparison with it but {@code !=} is false. */
final class WhereFilter implements RowFilter {
    private final List<ResultColumn> columns;
    private final Condition condition;
    private final double[] values;

    /**
     * @param text of the condition
     * @param all columns that there are
     * @throws BadRequest if it is no formula or uses what is no column of numbers
     */
    WhereFilter(String text, List<ResultColumn> all) {
        List<ResultColumn> numbers = all.stream().filter(ResultColumn::isNumber).toList();
        condition = Condition.of(text, numbers.stream().map(ResultColumn::name).toList());
        columns = condition.names().stream()
                .map(name -> ResultColumn.named(name, numbers).orElseThrow())
                .toList();
        values = new double[columns.size()];
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
        return condition.holds(values);
    }
}
