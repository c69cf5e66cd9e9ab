package parsweep.stats;

/**
 * Bins of equal width: half open, {@code [edge, next edge)}, but for the last one, which holds its upper edge too.
 * Edges and counts are those of NumPy, bit for bit.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.histogram.html">numpy.histogram</a>
 */
public final class Bins implements Partition {
    private final double[] edges;

    /**
     * Bins over {@code [min, max]}; if both are one number, as in NumPy, over {@code [min - 0.5, max + 0.5]}, or more
     * where that is too little to tell edges apart.
     *
     * @param size number of bins, at least 1
     * @throws IllegalArgumentException if {@code min > max}, one of them is not finite, or {@code size < 1}
     */
    public Bins(double min, double max, int size) {
        if (!(min <= max) || Double.isInfinite(min) || Double.isInfinite(max) || size < 1) {
            throw new IllegalArgumentException(
                    "%d bins from %s to %s (expected: at least 1, finite, min <= max)".formatted(size, min, max));
        }
        double margin = min == max ? Math.max(0.5, Math.ulp(min) * size) : 0;
        double first = Math.max(min - margin, -Double.MAX_VALUE);
        double last = Math.min(max + margin, Double.MAX_VALUE);
        double range = last - first;
        edges = new double[size + 1];
        for (int i = 0; i < size; i++) {
            edges[i] = Double.isFinite(range)
                    ? first + i * (range / size)
                    : first * (1 - (double) i / size) + last * ((double) i / size);
        }
        edges[size] = last;
    }

    @Override
    public int size() {
        return edges.length - 1;
    }

    @Override
    public int indexOf(double value) {
        int last = edges.length - 1;
        if (!(value >= edges[0] && value <= edges[last])) {
            return -1;
        }
        // Halves, because the difference itself may be beyond the range; what rounding does is mended below.
        double share = (value / 2 - edges[0] / 2) / (edges[last] / 2 - edges[0] / 2);
        int index = Math.min((int) (share * last), last - 1);
        while (value < edges[index]) {
            index--;
        }
        while (index < last - 1 && value >= edges[index + 1]) {
            index++;
        }
        return index;
    }

    /** One more than there are bins. */
    public double[] edges() {
        return edges.clone();
    }
}
