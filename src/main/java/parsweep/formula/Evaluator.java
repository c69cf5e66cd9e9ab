package parsweep.formula;

/** A compiled formula. Immutable and thread-safe; never throws, whatever the values. */
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
    void evaluate(double[][] columns, int count, double[] results);
}
