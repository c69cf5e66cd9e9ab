package parsweep.design.distribution;

import parsweep.space.ValueType;
import parsweep.space.Values;

/** A distribution of numbers. */
public sealed interface NumericDistribution extends Distribution
        permits Uniform, LogUniform, Normal, TruncatedNormal, Triangular, RandInt {
    /**
     * The inverse of the distribution function.
     *
     * @param u in {@code [0, 1)}; not checked
     * @return in {@code [min, max]}, and finite unless {@code u} is 0 and {@link #min} is infinite
     */
    double quantile(double u);

    /** The smallest value, or {@code -Infinity}. */
    double min();

    /** The largest value, or {@code Infinity}. */
    double max();

    /** {@link ValueType#INTEGER} if all values are whole. */
    default ValueType type() {
        return ValueType.REAL;
    }

    @Override
    default void read(double u, int slot, Values target) {
        target.setNumber(slot, quantile(u));
    }
}
