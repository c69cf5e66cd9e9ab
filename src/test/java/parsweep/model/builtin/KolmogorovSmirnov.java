package parsweep.model.builtin;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The Kolmogorov-Smirnov test of a sample against a continuous distribution. */
final class KolmogorovSmirnov {
    private KolmogorovSmirnov() {}

    /** {@code sqrt(n)} times the largest distance between the sample's distribution function and {@code cdf}. */
    static double statistic(double[] sample, DoubleUnaryOperator cdf) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double n = sorted.length;
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double p = cdf.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max(p - i / n, (i + 1) / n - p));
        }
        return distance * Math.sqrt(n);
    }

    /** What {@link #statistic} exceeds with the given probability if the hypothesis is true; for large samples. */
    static double critical(double falseAlarmRate) {
        return Math.sqrt(-0.5 * Math.log(falseAlarmRate / 2));
    }
}
