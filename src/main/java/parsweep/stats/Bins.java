package parsweep.stats;

/**
 * Bins of equal width, or of equal ratios: half open, {@code [edge, next edge)}, but for the last one, which holds its upper edge too.
 * Edges and counts of equal widths are those of NumPy, bit for bit.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.histogram.html">numpy.histogram</a>
 */
public final class Bins implements Partition {
    private final double[] edges;
    private final boolean isLogarithmic;

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
        isLogarithmic = false;
        edges = new double[size + 1];
        for (int i = 0; i < size; i++) {
            edges[i] = Double.isFinite(range)
                    ? first + i * (range / size)
                    : first * (1 - (double) i / size) + last * ((double) i / size);
        }
        edges[size] = last;
    }

    private Bins(double[] edges) {
        this.edges = edges;
        isLogarithmic = true;
    }

    /**
     * Bins over {@code [min, max]} whose edges have equal ratios; if both are one number, over
     * {@code [min / 2, 2 * min]}.
     *
     * @throws IllegalArgumentException if {@code min} is not positive, and as for bins of equal width
     */
    public static Bins logarithmic(double min, double max, int size) {
        if (!(min > 0) || !(min <= max) || Double.isInfinite(max) || size < 1) {
            throw new IllegalArgumentException(
                    "%d bins from %s to %s (expected: at least 1, finite, 0 < min <= max)".formatted(size, min, max));
        }
        double first = min == max ? min / 2 : min;
        double last = min == max ? Math.min(2 * max, Double.MAX_VALUE) : max;
        double[] edges = new double[size + 1];
        for (int i = 1; i < size; i++) {
            double share = (double) i / size;
            double edge = Math.exp(Math.log(first) * (1 - share) + Math.log(last) * share);
            edges[i] = Math.min(Math.max(edge, edges[i - 1]), last); // ascending, whatever rounding does
        }
        edges[0] = first;
        edges[size] = last;
        return new Bins(edges);
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
        int index = Math.min((int) (share(value, edges[0], edges[last]) * last), last - 1); // mended below
        while (value < edges[index]) {
            index--;
        }
        while (index < last - 1 && value >= edges[index + 1]) {
            index++;
        }
        return index;
    }

    /** How far along the bins a value is, but for rounding. */
    private double share(double value, double first, double last) {
        return isLogarithmic
                ? (Math.log(value) - Math.log(first)) / (Math.log(last) - Math.log(first))
                // Halves, because the difference itself may be beyond the range
                : (value / 2 - first / 2) / (last / 2 - first / 2);
    }

    /** One more than there are bins. */
    public double[] edges() {
        return edges.clone();
    }
}
