package parsweep.design.distribution;

/** The normal distribution; {@code sd} is its standard deviation. */
public record Normal(double mean, double sd) implements NumericDistribution {
    /** More than any quantile of a double in (0, 1) is away from 0. */
    private static final double FARTHEST = 40;

    /**
     * @throws IllegalArgumentException if {@code sd} is not greater than 0, or values may overflow
     */
    public Normal {
        if (!(sd > 0) || !Double.isFinite(Math.abs(mean) + FARTHEST * sd)) {
            throw new IllegalArgumentException(
                    "normal of mean %s, sd %s (expected: finite, sd > 0)".formatted(mean, sd));
        }
    }

    @Override
    public double quantile(double u) {
        return mean + sd * StandardNormal.quantile(u);
    }

    @Override
    public double min() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double max() {
        return Double.POSITIVE_INFINITY;
    }
}
