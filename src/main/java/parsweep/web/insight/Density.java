package parsweep.web.insight;

/**
 * A two-dimensional histogram.
 *
 * @param shape number of bins of x and of y
 * @param counts of points, row-major, y varying fastest
 * @param points number of points in all bins
 * @param failed number of points that were selected and had failed
 * @param outside number of points without a finite x and y
 */
@SuppressWarnings("ArrayRecordComponent") // an answer, never compared
public record Density(long sweep, Axis x, Axis y, int[] shape, long[] counts, long points, long failed, long outside) {
    /**
     * An axis.
     *
     * @param edges one more than there are bins
     */
    public record Axis(String name, String unit, double[] edges) {}
}
