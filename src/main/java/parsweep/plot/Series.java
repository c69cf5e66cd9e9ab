package parsweep.plot;

/**
 * A curve, point by point; where {@code y} is not finite it is interrupted. All arrays have the same length.
 *
 * @param name for the legend; empty if there is only one curve
 * @param x ascending
 * @param low lower end of the band around the curve; not finite where there is none
 * @param high upper end of the band
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Series(String name, double[] x, double[] y, double[] low, double[] high) {
    /**
     * @throws IllegalArgumentException if the lengths differ
     */
    public Series {
        if (y.length != x.length || low.length != x.length || high.length != x.length) {
            throw new IllegalArgumentException("a curve of %d, %d, %d and %d numbers (expected: equal lengths)"
                    .formatted(x.length, y.length, low.length, high.length));
        }
    }

    boolean hasBand(int i) {
        return Double.isFinite(low[i]) && Double.isFinite(high[i]) && low[i] < high[i];
    }
}
