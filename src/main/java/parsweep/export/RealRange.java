package parsweep.export;

import org.apache.parquet.column.statistics.Statistics;

/** The least and the greatest of some doubles. */
final class RealRange {
    private double min;
    private double max;

    RealRange() {
        clear();
    }

    void add(double value) {
        min = Math.min(min, value); // NaN if any value is
        max = Math.max(max, value);
    }

    void clear() {
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
    }

    /**
     * Adds both to statistics, if there were values. Not if there was a NaN, which some readers order after all numbers and
     * some not at all; and whatever the sign of a zero, both zeros are in the range, as the format asks.
     */
    void addTo(Statistics<?> statistics) {
        if (min <= max) {
            statistics.updateStats(min == 0 ? -0.0 : min);
            statistics.updateStats(max == 0 ? 0.0 : max);
        }
    }
}
