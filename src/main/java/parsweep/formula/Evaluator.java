package parsweep.formula;

/** A compiled formula. Immutable and thread-safe; never throws, whatever the values. */
@FunctionalInterface
public interface Evaluator {
    /**
     * The value of the formula.
     *
     * @param values of the names, by slot; only read
     */
    double evaluate(double[] values);

    /**
     * The values of the formula at many points, the same bits as point by point.
     *
     * @param columns the values of the names, by slot and point; only read
     * @param count number of points
     * @param results the first {@code count} elements are written; none of the columns that the formula uses
     */
    default void evaluate(double[][] columns, int count, double[] results) { // a compiled formula has a loop of its own
        double[] values = new double[columns.length];
        for (int i = 0; i < count; i++) {
            for (int slot = 0; slot < values.length; slot++) {
                values[slot] = columns[slot][i];
            }
            results[i] = evaluate(values);
        }
    }
}
