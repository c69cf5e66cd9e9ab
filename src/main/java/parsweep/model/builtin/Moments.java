package parsweep.model.builtin;

/**
 * Mean and standard error of independent values, in one pass.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1962.10490022">Welford (1962)</a>
 */
final class Moments {
    private long count;
    private double mean;
    private double squaredDeviations;

    void add(double value) {
        count++;
        double deviation = value - mean;
        mean += deviation / count;
        squaredDeviations += deviation * (value - mean);
    }

    /** NaN without values. */
    double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** Of the mean; NaN for fewer than two values. */
    double standardError() {
        return count < 2 ? Double.NaN : Math.sqrt(squaredDeviations / (count - 1.0) / count);
    }
}
