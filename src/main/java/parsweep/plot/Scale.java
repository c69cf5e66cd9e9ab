package parsweep.plot;

import java.util.Arrays;
import java.util.List;

/** How values are laid out along an axis. Immutable. */
sealed interface Scale permits LinearScale, LogScale, CategoryScale, ValueScale {
    /** Where a value is: 0 at the beginning of the axis, 1 at its end; beyond if the value is. */
    double at(double value);

    /**
     * The marks, from the beginning to the end.
     *
     * @param about how many with labels there is room for
     */
    List<Tick> ticks(int about);

    /**
     * The scale on which numbers are spread most evenly: logarithmic if they are positive, span a factor of 30, and their
     * ratios are more alike than their differences.
     *
     * @param sorted ascending, finite
     */
    static boolean isLogarithmic(double[] sorted) {
        if (sorted.length < 3 || !(sorted[0] > 0) || sorted[sorted.length - 1] / sorted[0] < 30) {
            return false;
        }
        return variation(Arrays.stream(sorted).map(Math::log).toArray()) < variation(sorted);
    }

    /** The coefficient of variation of the differences. */
    private static double variation(double[] sorted) {
        double mean = (sorted[sorted.length - 1] - sorted[0]) / (sorted.length - 1);
        double sum = 0;
        for (int i = 1; i < sorted.length; i++) {
            double deviation = sorted[i] - sorted[i - 1] - mean;
            sum += deviation * deviation;
        }
        return Math.sqrt(sum / (sorted.length - 1)) / mean;
    }

    /** A linear or logarithmic scale from one number to another. */
    static Scale of(double min, double max, boolean logarithmic) {
        return logarithmic && min > 0 ? new LogScale(min, max) : LinearScale.of(min, max);
    }
}
