package parsweep.stats;

/** The smallest and the largest of the finite numbers added so far. Not thread-safe. */
public final class Range {
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** Adds a number; one that is not finite is passed over. */
    public void add(double value) {
        if (Double.isFinite(value)) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
    }

    public boolean isEmpty() {
        return min > max;
    }

    public boolean isPositive() {
        return min > 0;
    }

    /**
     * Bins of equal ratios over all of them.
     *
     * @throws IllegalArgumentException if there are no numbers, or one is not positive
     */
    public Bins logarithmicBins(int size) {
        return Bins.logarithmic(min, max, size);
    }

    /**
     * Bins over all of them.
     *
     * @throws IllegalArgumentException if there are no numbers
     */
    public Bins bins(int size) {
        return new Bins(min, max, size);
    }
}
