package parsweep.design.distribution;

/**
 * A density that rises from {@code low} to {@code mode} and falls to {@code high}, which may coincide with the mode;
 * values are in {@code [low, high)}.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/random/generated/numpy.random.Generator.triangular.html">triangular</a>
 */
public record Triangular(double low, double mode, double high) implements NumericDistribution {
    /**
     * @throws IllegalArgumentException if {@code high - low} is not finite or not greater than 0, or {@code mode} is not
     *     between them
     */
    public Triangular {
        if (!(low < high && low <= mode && mode <= high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException(
                    "triangular over [%s, %s) with mode %s (expected: finite, low <= mode <= high, low < high)"
                            .formatted(low, high, mode));
        }
    }

    @Override
    public double quantile(double u) {
        double base = high - low;
        double before = (mode - low) / base; // probability
        double value = u <= before
                ? low + base * Math.sqrt(u * before)
                : high - base * Math.sqrt((1 - u) * ((high - mode) / base));
        return Math.max(low, Math.min(value, max()));
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
