package parsweep.space;

/**
 * {@code num} evenly spaced numbers over the closed interval {@code [start, stop]}.
 *
 * <p>Bit for bit what NumPy's {@code linspace(start, stop, num)} gives: {@code i * step + start} with
 * {@code step = (stop - start) / (num - 1)}, {@code i / (num - 1) * (stop - start) + start} where that step
 * underflows to zero, and exactly {@code stop} at the end.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.linspace.html">numpy.linspace</a>
 */
public record Linspace(double start, double stop, long num) implements NumericAxis {
    /**
     * @throws IllegalArgumentException if {@code num} is negative or {@code stop - start} is not finite
     */
    public Linspace {
        if (num < 0) {
            throw new IllegalArgumentException("num %d (expected: at least 0)".formatted(num));
        }
        if (!Double.isFinite(stop - start)) {
            throw new IllegalArgumentException("linspace from %s to %s (expected: finite)".formatted(start, stop));
        }
    }

    @Override
    public long size() {
        return num;
    }

    /** Whole if both ends and the step are. */
    @Override
    public ValueType type() {
        boolean whole = start == Math.rint(start)
                && Math.max(Math.abs(start), Math.abs(stop)) <= ValueType.MAX_INTEGER
                && (num < 2 || (step() == Math.rint(step()) && start + step() * (num - 1) == stop));
        return whole ? ValueType.INTEGER : ValueType.REAL;
    }

    @Override
    public double value(long position) {
        if (position == num - 1 && num > 1) {
            return stop;
        }
        if (num == 1) {
            return 0 * (stop - start) + start; // for NumPy's sign of zero
        }
        double step = step();
        double offset = step == 0 ? (double) position / (num - 1) * (stop - start) : position * step;
        return offset + start;
    }

    @Override
    public double min() {
        return num == 0 ? Double.POSITIVE_INFINITY : num == 1 ? start : Math.min(start, stop);
    }

    @Override
    public double max() {
        return num == 0 ? Double.NEGATIVE_INFINITY : num == 1 ? start : Math.max(start, stop);
    }

    private double step() {
        return (stop - start) / (num - 1);
    }
}
