package parsweep.stats.sensitivity;

/**
 * A number that was estimated, and where it may lie.
 *
 * @param value NaN if it could not be estimated
 * @param low end of its confidence interval; NaN if there is none
 * @param high the other end
 */
public record Estimate(double value, double low, double high) {
    /** Of the intervals. */
    public static final double CONFIDENCE = 0.95;

    static Estimate without(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }
}
