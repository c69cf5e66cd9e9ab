package parsweep.design;

import org.apache.commons.rng.UniformRandomProvider;
import parsweep.random.DesignStream;
import parsweep.random.DesignStream.Purpose;

/**
 * Random trajectories through a grid of levels: each moves every coordinate once, in random order, by half the range up or
 * down. A block is a trajectory of {@code dimensions + 1} points.
 *
 * <p>Levels are {@code (k + 1/2) / levels}, the middles of equally likely cells, and not Morris's {@code k / (levels - 1)},
 * of which the first and the last are infinite in a distribution without ends. A step is then always 1/2, and each level
 * is equally likely, as with his {@code levels / (2 (levels - 1))}.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1991.10484804">Morris (1991)</a>
 */
public final class MorrisTrajectories implements SensitivityDesign {
    /** How far a coordinate moves, up or down. */
    public static final double STEP = 0.5;

    private static final int MAX_LEVELS = 1 << 20;

    private final Extent extent;
    private final int levels;
    private final long seed;

    /**
     * The way of a trajectory.
     *
     * @param order the dimension that each step moves
     * @param base the lower level of each dimension
     * @param rising whether each dimension moves from there up, or back to it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Trajectory(int[] order, int[] base, boolean[] rising) {}

    /**
     * @param trajectories at least 1
     * @param levels of each dimension: even, from 2
     * @throws IllegalArgumentException if a number is out of range
     */
    public MorrisTrajectories(long trajectories, int dimensions, int levels, long seed) {
        if (levels < 2 || levels > MAX_LEVELS || levels % 2 != 0) {
            throw new IllegalArgumentException(
                    "%d levels (expected: an even number from 2 to %d)".formatted(levels, MAX_LEVELS));
        }
        this.extent = SensitivityDesign.extent(trajectories, dimensions + 1L, dimensions);
        this.levels = levels;
        this.seed = seed;
    }

    @Override
    public Extent extent() {
        return extent;
    }

    @Override
    public int blockSize() {
        return extent.dimensions() + 1;
    }

    /** A trajectory, by its number from 0. */
    public Trajectory trajectory(long number) {
        UniformRandomProvider random = DesignStream.of(seed, Purpose.TRAJECTORY, number);
        int d = extent.dimensions();
        int[] order = new int[d];
        int[] base = new int[d];
        boolean[] rising = new boolean[d];
        for (int j = 0; j < d; j++) {
            base[j] = random.nextInt(levels / 2);
            rising[j] = random.nextBoolean();
            int other = random.nextInt(j + 1); // the shuffle of Fisher and Yates, inside out
            order[j] = order[other];
            order[other] = j;
        }
        return new Trajectory(order, base, rising);
    }

    @Override
    public double[] point(long index) {
        int d = extent.dimensions();
        Trajectory trajectory = trajectory(index / (d + 1));
        int steps = (int) (index % (d + 1));
        double[] point = new double[d];
        for (int j = 0; j < d; j++) {
            point[j] = (trajectory.base[j] + 0.5) / levels + (trajectory.rising[j] ? 0 : STEP);
        }
        for (int step = 0; step < steps; step++) {
            int j = trajectory.order[step];
            point[j] = (trajectory.base[j] + 0.5) / levels + (trajectory.rising[j] ? STEP : 0);
        }
        return point;
    }
}
