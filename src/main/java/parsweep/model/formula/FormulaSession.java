package parsweep.model.formula;

import parsweep.formula.Evaluator;
import parsweep.model.ColumnSession;
import parsweep.model.Outputs;
import parsweep.model.Point;

/** Evaluates formulas in order; the slots of their names are those of the parameters, then those of the outputs. */
final class FormulaSession implements ColumnSession {
    private final int parameters;
    private final Evaluator[] formulas;
    private final double[] values;
    private final double[][] columns;

    FormulaSession(int parameters, Evaluator[] formulas) {
        this.parameters = parameters;
        this.formulas = formulas;
        this.values = new double[parameters + formulas.length];
        this.columns = new double[values.length][];
    }

    @Override
    public void run(Point point, Outputs outputs) {
        for (int i = 0; i < parameters; i++) {
            values[i] = point.real(i);
        }
        for (int i = 0; i < formulas.length; i++) {
            double value = formulas[i].evaluate(values);
            values[parameters + i] = value;
            outputs.real(i, value);
        }
    }

    @Override
    public void run(double[][] points, int count, double[][] outputs) {
        System.arraycopy(points, 0, columns, 0, parameters);
        System.arraycopy(outputs, 0, columns, parameters, formulas.length);
        for (int i = 0; i < formulas.length; i++) {
            formulas[i].evaluate(columns, count, outputs[i]);
        }
    }
}
