package parsweep.design;

/**
 * Pairs of points of a Sobol sequence, A and B, and the points in between: A with one coordinate of B and, for indices of
 * second order, B with one coordinate of A. A block is {@code A, AB_1, ..., AB_d, [BA_1, ..., BA_d,] B}, of {@code d + 2}
 * or {@code 2 d + 2} points.
 *
 * @see <a href="https://doi.org/10.1016/j.cpc.2009.09.018">Saltelli et al. (2010)</a>
 * @see <a href="https://doi.org/10.1016/S0010-4655(02)00280-1">Saltelli (2002), on the second order</a>
 */
public final class SaltelliBlocks implements SensitivityDesign {
    /** A block takes two points of the sequence side by side. */
    public static final int MAX_DIMENSIONS = Sobol.MAX_DIMENSIONS / 2;

    private final Extent extent;
    private final boolean secondOrder;
    private final Sobol pairs;

    /**
     * @param blocks at least 1; a power of 2 is best
     * @param seed of the scrambling, without which the first block would be one point over and over
     * @throws IllegalArgumentException if a number is out of range
     */
    public SaltelliBlocks(long blocks, int dimensions, boolean secondOrder, long seed) {
        this.extent = SensitivityDesign.extent(blocks, (secondOrder ? 2L : 1L) * dimensions + 2, dimensions)
                .atMost(MAX_DIMENSIONS, "saltelli");
        this.secondOrder = secondOrder;
        this.pairs = new Sobol(new Extent(blocks, 2 * dimensions), seed);
    }

    @Override
    public Extent extent() {
        return extent;
    }

    @Override
    public int blockSize() {
        return (secondOrder ? 2 : 1) * extent.dimensions() + 2;
    }

    /** Whether blocks have points B with one coordinate of A. */
    public boolean isSecondOrder() {
        return secondOrder;
    }

    @Override
    public double[] point(long index) {
        int d = extent.dimensions();
        int position = (int) (index % blockSize());
        double[] pair = pairs.point(index / blockSize());
        double[] point = new double[d];
        boolean mostlyA = position <= d;
        System.arraycopy(pair, mostlyA ? 0 : d, point, 0, d);
        if (position > 0 && position < blockSize() - 1) {
            int j = (position - 1) % d;
            point[j] = pair[mostlyA ? d + j : j];
        }
        return point;
    }
}
