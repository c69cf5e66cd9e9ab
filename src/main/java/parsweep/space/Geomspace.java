package parsweep.space;

/**
 * {@code num} numbers over the closed interval {@code [start, stop]}, evenly spaced on a logarithmic scale; both ends
 * are exact, what lies between is that of a {@link Logspace} of base 10, less what its rounding puts past an end.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.geomspace.html">numpy.geomspace</a>
 */
public final class Geomspace implements NumericAxis {
    private final double start;
    private final double stop;
    private final Linspace exponents;

    /**
     * @throws IllegalArgumentException if {@code num} is negative, an end is zero or not finite, or the signs differ
     */
    public Geomspace(double start, double stop, long num) {
        boolean sameSign = (start > 0 && stop > 0) || (start < 0 && stop < 0);
        if (!sameSign || Double.isInfinite(start) || Double.isInfinite(stop)) {
            throw new IllegalArgumentException(
                    "geomspace from %s to %s (expected: finite, not zero, of one sign)".formatted(start, stop));
        }
        this.start = start;
        this.stop = stop;
        this.exponents = new Linspace(StrictMath.log10(Math.abs(start)), StrictMath.log10(Math.abs(stop)), num);
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
        if (position == 0) {
            return start;
        }
        if (position == size() - 1) {
            return stop;
        }
        double value = Math.copySign(StrictMath.pow(10, exponents.value(position)), start);
        return Math.max(Math.min(start, stop), Math.min(value, Math.max(start, stop)));
    }

    @Override
    public double min() {
        return size() == 0 ? Double.POSITIVE_INFINITY : size() == 1 ? start : Math.min(start, stop);
    }

    @Override
    public double max() {
        return size() == 0 ? Double.NEGATIVE_INFINITY : size() == 1 ? start : Math.max(start, stop);
    }
}
