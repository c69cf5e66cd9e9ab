package parsweep.stats;

import java.util.Arrays;

/**
 * The different numbers among those added so far, up to a limit; beyond it, only their range. Not thread-safe. Adding a
 * number costs the logarithm of the limit.
 */
public final class DistinctValues {
    private final double[] values;
    private final Range range = new Range();
    private int size;
    private boolean tooMany;

    /**
     * @param limit of the numbers that are kept apart, at least 1
     */
    public DistinctValues(int limit) {
        values = new double[limit];
    }

    /** Adds a number; one that is not finite is passed over. */
    public void add(double number) {
        double value = number + 0.0; // makes a zero of -0.0
        range.add(value);
        if (tooMany || !Double.isFinite(value)) {
            return;
        }
        int found = Arrays.binarySearch(values, 0, size, value);
        if (found >= 0) {
            return;
        }
        if (size == values.length) {
            tooMany = true;
            return;
        }
        int at = -found - 1;
        System.arraycopy(values, at, values, at + 1, size - at);
        values[at] = value;
        size++;
    }

    /** Whether there are more than the limit. */
    public boolean areTooMany() {
        return tooMany;
    }

    /** A class for each of them, or, if they are too many, as many bins as the limit. */
    public Partition partition() {
        return tooMany ? range.bins(values.length) : new Categories(Arrays.copyOf(values, size));
    }
}
