package parsweep.design.distribution;

/**
 * Equally likely over {@code [low, high)}: NumPy's {@code low + (high - low) * u}, bit for bit but at {@code high}.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.uniform.html">uniform</a>
 */
public record Uniform(double low, double high) implements NumericDistribution {
    /**
     * @throws IllegalArgumentException if {@code high - low} is not finite or not greater than 0
     */
    public Uniform {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException(
                    "uniform over [%s, %s) (expected: finite, low < high)".formatted(low, high));
        }
    }

    @Override
    public double quantile(double u) {
        return Math.min(low + (high - low) * u, max());
    }

    @Override
    public double min() {
        return low;
    }

    @Override
    public double max() {
        return Math.nextDown(high);
    }
}
