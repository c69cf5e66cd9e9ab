package parsweep.design.distribution;

/**
 * Numbers over {@code [low, high)} whose logarithms are equally likely.
 *
 * @see <a href="https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.loguniform.html">loguniform</a>
 */
public record LogUniform(double low, double high) implements NumericDistribution {
    /**
     * @throws IllegalArgumentException if {@code low} is not greater than 0, or {@code high} is not finite or not greater
     *     than {@code low}
     */
    public LogUniform {
        if (!(low > 0 && low < high) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "loguniform over [%s, %s) (expected: finite, 0 < low < high)".formatted(low, high));
        }
    }

    /** The root is taken of the ratio, which may be beyond the largest double. */
    @Override
    public double quantile(double u) {
        double root = StrictMath.exp(0.5 * u * (StrictMath.log(high) - StrictMath.log(low)));
        return Math.min(low * root * root, max());
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
