package parsweep.stats;

import java.util.Arrays;

/** A class for each of some numbers, in ascending order. */
public final class Categories implements Partition {
    private final double[] values;

    /**
     * @throws IllegalArgumentException if the values do not ascend
     */
    public Categories(double... values) {
        for (int i = 1; i < values.length; i++) {
            if (!(values[i - 1] < values[i])) {
                throw new IllegalArgumentException(
                        "%s after %s (expected: ascending)".formatted(values[i], values[i - 1]));
            }
        }
        this.values = values.clone();
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public int indexOf(double value) {
        return Math.max(-1, Arrays.binarySearch(values, value + 0.0)); // + 0.0 makes a zero of -0.0
    }

    public double value(int index) {
        return values[index];
    }
}
