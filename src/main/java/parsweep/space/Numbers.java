package parsweep.space;

import java.util.Arrays;

/** Numbers or booleans, as listed. */
public final class Numbers implements NumericAxis {
    private final ValueType type;
    private final double[] values;

    private Numbers(ValueType type, double[] values) {
        this.type = type;
        this.values = values;
    }

    /**
     * Numbers as listed: {@link ValueType#INTEGER} if all of them are whole.
     *
     * @throws IllegalArgumentException if a value is not finite
     */
    public static Numbers of(double... values) {
        boolean whole = true;
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("%s in a list of numbers (expected: finite)".formatted(value));
            }
            whole &= value == Math.rint(value) && Math.abs(value) <= ValueType.MAX_INTEGER;
        }
        return new Numbers(whole ? ValueType.INTEGER : ValueType.REAL, values.clone());
    }

    public static Numbers ofBooleans(boolean... values) {
        double[] numbers = new double[values.length];
        Arrays.setAll(numbers, i -> values[i] ? 1 : 0);
        return new Numbers(ValueType.BOOLEAN, numbers);
    }

    @Override
    public long size() {
        return values.length;
    }

    @Override
    public ValueType type() {
        return type;
    }

    @Override
    public double value(long position) {
        return values[(int) position];
    }

    @Override
    public double min() {
        return Arrays.stream(values).min().orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public double max() {
        return Arrays.stream(values).max().orElse(Double.NEGATIVE_INFINITY);
    }
}
