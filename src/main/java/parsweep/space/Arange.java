package parsweep.space;

/**
 * {@code start, start + step, ...} up to, but not including, an end.
 *
 * <p>The number of values is decided first: {@code ceil((stop - start) / step)} as in NumPy, less the ones that
 * rounding would put at or past its end (NumPy's {@code arange(1, 1.3, 0.1)} ends with 1.3; this one does not).
 * The values are NumPy's, bit for bit: {@code start + i * ((start + step) - start)}.
 *
 * @param size number of values, at least 0
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.arange.html">numpy.arange</a>
 */
public record Arange(double start, double step, long size) implements NumericAxis {
    /**
     * @throws IllegalArgumentException if {@code size} is negative, or {@code step} or a value is not finite
     */
    public Arange {
        double last = size > 1 ? start + (size - 1) * ((start + step) - start) : start;
        if (size < 0 || !Double.isFinite(step) || !Double.isFinite(last)) {
            throw new IllegalArgumentException("arange of %d values from %s by %s (expected: at least 0, all finite)"
                    .formatted(size, start, step));
        }
    }

    /**
     * Counts the values of {@code [start, stop)}.
     *
     * @throws IllegalArgumentException if an argument is not finite, {@code step} is zero or too small to change
     *     {@code start}, or there are 2<sup>53</sup> values or more
     */
    public static Arange of(double start, double stop, double step) {
        double delta = (start + step) - start;
        if (!Double.isFinite(stop - start) || !Double.isFinite(step) || delta == 0 || delta > 0 != step > 0) {
            throw new IllegalArgumentException("arange from %s to %s by %s (expected: finite, a step that is not zero)"
                    .formatted(start, stop, step));
        }
        double count = Math.ceil((stop - start) / step);
        if (count == 0 && isBefore(start, stop, step)) {
            count = 1; // the quotient underflowed; NumPy does the same
        }
        if (count >= ValueType.MAX_INTEGER) {
            throw new IllegalArgumentException("arange of %s values (expected: fewer than 2^53)".formatted(count));
        }
        // Values are delta apart: where that is more than step, the loop below would take off one by one what is past.
        long size = Math.max(0, (long) Math.min(count, Math.ceil((stop - start) / delta) + 1));
        while (size > 1 && !isBefore(start + (size - 1) * delta, stop, step)) {
            size--;
        }
        return new Arange(start, step, size);
    }

    private static boolean isBefore(double value, double stop, double step) {
        return step > 0 ? value < stop : value > stop;
    }

    @Override
    public ValueType type() {
        boolean whole = start == Math.rint(start)
                && step == Math.rint(step)
                && Math.max(Math.abs(min()), Math.abs(max())) <= ValueType.MAX_INTEGER;
        return whole || size == 0 ? ValueType.INTEGER : ValueType.REAL;
    }

    @Override
    public double value(long position) {
        return position == 0 ? start : start + position * ((start + step) - start); // -0.0 + 0.0 would be 0.0
    }

    @Override
    public double min() {
        return size == 0 ? Double.POSITIVE_INFINITY : Math.min(start, value(size - 1));
    }

    @Override
    public double max() {
        return size == 0 ? Double.NEGATIVE_INFINITY : Math.max(start, value(size - 1));
    }
}
