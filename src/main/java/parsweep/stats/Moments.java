package parsweep.stats;

/**
 * Count, sum, mean, variance and extremes of the numbers added so far, in constant memory. Not thread-safe.
 *
 * <p>The sum is compensated, so that its relative error is some 10<sup>-16</sup> for numbers of one sign, however many
 * they are; the variance comes from updates of the squared deviations, which do not cancel, of the numbers less the first
 * of them, so that it does not suffer where they are all far from zero.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1962.10490022">Welford (1962)</a>
 * @see <a href="https://doi.org/10.1002/zamm.19740540106">Neumaier (1974), on the sum</a>
 */
public final class Moments {
    private long count;
    private double sum;
    private double compensation;
    private double origin; // the first number
    private double mean; // less the origin, as it was updated; only the deviations need it
    private double squares; // of the deviations from the mean, summed
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /**
     * Adds a number.
     *
     * @param value finite; not checked, this is the inner loop
     */
    public void add(double value) {
        if (count == 0) {
            origin = value;
        }
        count++;
        addToSum(value);
        double shifted = value - origin;
        double deviation = shifted - mean;
        mean += deviation / count;
        squares += deviation * (shifted - mean);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /**
     * Adds all that another one has seen.
     *
     * @see <a href="https://doi.org/10.1080/00031305.1983.10483115">Chan, Golub and LeVeque (1983)</a>
     */
    public void merge(Moments other) {
        if (other.count == 0) {
            return;
        }
        if (count == 0) {
            origin = other.origin;
        }
        long total = count + other.count;
        double deviation = (other.origin - origin) + other.mean - mean;
        squares += other.squares + deviation * deviation * ((double) count / total * other.count);
        mean += deviation * ((double) other.count / total);
        count = total;
        addToSum(other.sum);
        compensation += other.compensation;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    private void addToSum(double value) {
        double next = sum + value;
        compensation += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    public long count() {
        return count;
    }

    /** 0 if there are no numbers; infinite, or NaN, if it is beyond the range of doubles. */
    public double sum() {
        return sum + compensation;
    }

    /** NaN if there are no numbers. */
    public double mean() {
        if (count == 0) {
            return Double.NaN;
        }
        double total = sum();
        return Double.isFinite(total) ? total / count : origin + mean;
    }

    /** With the divisor {@code count - 1}; NaN if there are fewer than two numbers. */
    public double variance() {
        return count < 2 ? Double.NaN : squares / (count - 1);
    }

    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** Of the mean, if the numbers are independent. */
    public double standardError() {
        return Math.sqrt(variance() / count);
    }

    /** The squared deviations from the mean, summed. */
    public double squaredDeviations() {
        return squares;
    }

    /** NaN if there are no numbers. */
    public double min() {
        return count == 0 ? Double.NaN : min;
    }

    /** NaN if there are no numbers. */
    public double max() {
        return count == 0 ? Double.NaN : max;
    }
}
