package parsweep.stats;

import java.util.Arrays;

/** The smallest of the numbers added so far, with their indices; of equal ones those that came first. Not thread-safe. */
public final class Smallest {
    private final double[] values;
    private final long[] indices;
    private int size;

    /**
     * @param limit how many are kept, at least 1
     */
    public Smallest(int limit) {
        values = new double[limit];
        indices = new long[limit];
    }

    /** Adds a number; NaN is passed over. */
    public void add(long index, double value) {
        if (Double.isNaN(value) || (size == values.length && value >= values[size - 1])) {
            return;
        }
        int at = Math.min(size, values.length - 1);
        while (at > 0 && values[at - 1] > value) {
            values[at] = values[at - 1];
            indices[at] = indices[at - 1];
            at--;
        }
        values[at] = value;
        indices[at] = index;
        size = Math.min(size + 1, values.length);
    }

    /** From the smallest on. */
    public long[] indices() {
        return Arrays.copyOf(indices, size);
    }
}
