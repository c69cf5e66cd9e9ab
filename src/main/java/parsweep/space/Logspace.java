package parsweep.space;

/**
 * Powers of {@code base}, the exponents evenly spaced over a closed interval.
 *
 * <p>The exponents are NumPy's bit for bit; the power differs from NumPy's by at most a few units in the last place,
 * because libraries of elementary functions differ. {@link StrictMath} keeps it the same on every machine.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.logspace.html">numpy.logspace</a>
 */
public record Logspace(Linspace exponents, double base) implements NumericAxis {
    /**
     * @throws IllegalArgumentException if {@code base} is not positive, or a power overflows
     */
    public Logspace {
        if (!(base > 0) || Double.isInfinite(base)) {
            throw new IllegalArgumentException("base %s (expected: finite, greater than 0)".formatted(base));
        }
        double largest = Math.max(StrictMath.pow(base, exponents.start()), StrictMath.pow(base, exponents.stop()));
        if (Double.isInfinite(largest)) {
            throw new IllegalArgumentException("logspace from %s^%s to %s^%s (expected: finite)"
                    .formatted(base, exponents.start(), base, exponents.stop()));
        }
    }

    @Override
    public long size() {
        return exponents.size();
    }

    @Override
    public ValueType type() {
        return ValueType.REAL;
    }

    @Override
    public double value(long position) {
        return StrictMath.pow(base, exponents.value(position));
    }

    @Override
    public double min() {
        return size() == 0 ? Double.POSITIVE_INFINITY : Math.min(value(0), value(size() - 1));
    }

    @Override
    public double max() {
        return size() == 0 ? Double.NEGATIVE_INFINITY : Math.max(value(0), value(size() - 1));
    }
}
