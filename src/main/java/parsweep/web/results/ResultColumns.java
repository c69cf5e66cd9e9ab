package parsweep.web.results;

import java.util.ArrayList;
import java.util.List;
import parsweep.export.Column;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.space.ValueType;
import parsweep.space.Values;
import parsweep.sweep.SweepResults;

/** The columns of every result: index, parameters, replicate, seed, status, seconds, outputs. */
final class ResultColumns {
    private ResultColumns() {}

    /**
     * @param gaps whether there will be rows without an outcome
     */
    static List<ResultColumn> of(SweepResults results, boolean gaps) {
        boolean mayLack = gaps || results.isConstrained();
        boolean mayFail = !results.sweep().state().isTerminal(); // between the look at the sweep and that at its blocks
        boolean mayMiss = mayLack || mayFail || results.sweep().tally().failed() > 0;
        List<ResultColumn> columns = new ArrayList<>();
        columns.add(new ResultColumn.Index());
        List<Parameter> parameters = results.model().parameters();
        for (int slot = 0; slot < parameters.size(); slot++) {
            boolean derived = results.isDerived(parameters.get(slot).name());
            columns.add(new ResultColumn.OfParameter(parameters.get(slot), slot, derived));
        }
        columns.add(new ResultColumn.Replicate());
        columns.add(new ResultColumn.Seed());
        columns.add(new ResultColumn.Status());
        columns.add(new ResultColumn.Seconds(mayLack));
        List<Output> outputs = results.outputs();
        Values first = results.newValues();
        results.read(0, first);
        for (int slot = 0; slot < outputs.size(); slot++) {
            columns.add(new ResultColumn.OfOutput(outputs.get(slot), slot, length(results, slot, first), mayMiss));
        }
        return columns;
    }

    /** The length of an array, if no point can differ from the others. */
    private static int length(SweepResults results, int output, Values values) {
        String parameter = results.outputs().get(output).shape().lengthParameter();
        if (parameter == null || results.isSwept(parameter)) {
            return Column.UNKNOWN_LENGTH;
        }
        List<Parameter> parameters = results.model().parameters();
        for (int slot = 0; slot < parameters.size(); slot++) {
            if (parameters.get(slot).name().equals(parameter)
                    && parameters.get(slot).type() == ValueType.INTEGER) {
                return (int) values.integer(slot);
            }
        }
        return Column.UNKNOWN_LENGTH;
    }
}
