package parsweep.design;

import org.apache.commons.rng.UniformRandomProvider;
import parsweep.random.DesignStream;
import parsweep.random.DesignStream.Purpose;

/**
 * The Sobol sequence with the direction numbers of Joe and Kuo, in the order of the Gray code: the points of SciPy's
 * {@code qmc.Sobol(dimensions, scramble=False, bits=53)}, of which the first is 0. Any point costs at most
 * {@value DirectionNumbers#BITS} exclusive-ors per dimension.
 *
 * <p>The first {@code 2^m} points are a {@code (t, m, dimensions)}-net in base 2. Counts that are powers of 2 use that.
 *
 * @see <a href="https://doi.org/10.1016/0041-5553(67)90144-9">Sobol (1967)</a>
 * @see <a href="https://doi.org/10.1145/42288.214372">Bratley and Fox (1988), on the order</a>
 */
public final class Sobol implements Design {
    /** Half a megabyte of direction numbers. */
    public static final int MAX_DIMENSIONS = 1000;

    private final Extent extent;
    private final long[][] directions;
    private final long[] shifts;

    /**
     * The sequence as published.
     *
     * @throws IllegalArgumentException if there are more than {@link #MAX_DIMENSIONS}
     */
    public Sobol(Extent extent) {
        this.extent = extent.atMost(MAX_DIMENSIONS, "sobol");
        this.directions = DirectionNumbers.of(extent.dimensions());
        this.shifts = new long[extent.dimensions()];
    }

    /**
     * The sequence after a random linear scrambling and a random digital shift, independent in every dimension: a net
     * again, and every point is uniform in the unit cube.
     *
     * @throws IllegalArgumentException if there are more than {@link #MAX_DIMENSIONS}
     */
    public Sobol(Extent extent, long seed) {
        this(extent);
        for (int j = 0; j < shifts.length; j++) {
            UniformRandomProvider random = DesignStream.of(seed, Purpose.SCRAMBLING, j);
            directions[j] = DirectionNumbers.scrambled(directions[j], random);
            shifts[j] = random.nextLong() >>> (64 - DirectionNumbers.BITS);
        }
    }

    @Override
    public Extent extent() {
        return extent;
    }

    @Override
    public double[] point(long index) {
        long gray = index ^ (index >>> 1);
        double[] point = new double[directions.length];
        for (int j = 0; j < point.length; j++) {
            long bits = shifts[j];
            for (long rest = gray; rest != 0; rest &= rest - 1) {
                bits ^= directions[j][Long.numberOfTrailingZeros(rest)];
            }
            point[j] = bits * 0x1p-53;
        }
        return point;
    }
}
