package parsweep.stats;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The confidence interval of a mean, {@code mean ± t * standard error}, by Student's distribution: exact for independent
 * normal numbers, and good for many numbers of other kinds.
 *
 * @see <a href="https://doi.org/10.1093/biomet/6.1.1">Student (1908)</a>
 */
public record MeanInterval(double low, double high) {
    /** Far below what anyone reads off; the default of the library is 1e-9. */
    private static final double ACCURACY = 1e-13;

    /**
     * The interval of the mean of some numbers.
     *
     * @param confidence in (0, 1)
     * @return both ends NaN if there are fewer than two numbers
     */
    public static MeanInterval of(Moments moments, double confidence) {
        return of(moments.count(), moments.mean(), moments.standardError(), confidence);
    }

    /**
     * The interval of a mean that is known already.
     *
     * @param count of the numbers
     * @param confidence in (0, 1)
     * @return both ends NaN if there are fewer than two numbers
     */
    public static MeanInterval of(long count, double mean, double standardError, double confidence) {
        if (count < 2) {
            return new MeanInterval(Double.NaN, Double.NaN);
        }
        double t = new TDistribution(count - 1.0, ACCURACY).inverseCumulativeProbability(0.5 + confidence / 2);
        double margin = t * standardError;
        return new MeanInterval(mean - margin, mean + margin);
    }
}
