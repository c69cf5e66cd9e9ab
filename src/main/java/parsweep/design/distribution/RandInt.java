package parsweep.design.distribution;

import parsweep.space.ValueType;

/**
 * Whole numbers from {@code low} up to, but not including, {@code high}, equally likely to within 2<sup>-53</sup>.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.integers.html">integers</a>
 */
public record RandInt(long low, long high) implements NumericDistribution {
    /**
     * @throws IllegalArgumentException if {@code low} is not less than {@code high}, a value exceeds
     *     {@link ValueType#MAX_INTEGER} in magnitude, or there are more than 2<sup>53</sup> of them
     */
    public RandInt {
        boolean exact = low >= -ValueType.MAX_INTEGER && high <= ValueType.MAX_INTEGER + 1;
        if (!exact || low >= high || high - low > ValueType.MAX_INTEGER) {
            throw new IllegalArgumentException(
                    "randint over [%d, %d) (expected: low < high, at most 2^53 values)".formatted(low, high));
        }
    }

    @Override
    public double quantile(double u) {
        long size = high - low;
        return low + Math.min((long) (u * size), size - 1);
    }

    @Override
    public double min() {
        return low;
    }

    @Override
    public double max() {
        return high - 1;
    }

    @Override
    public ValueType type() {
        return ValueType.INTEGER;
    }
}
