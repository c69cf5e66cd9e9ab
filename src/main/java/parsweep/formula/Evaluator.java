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
}
