package parsweep.design;

import org.apache.commons.rng.UniformRandomProvider;
import parsweep.random.DesignStream;
import parsweep.random.DesignStream.Purpose;

/**
 * Curves that fill the unit cube: along a curve each coordinate swings with a frequency of its own, that of the one
 * parameter that the curve is about being so high that no other one reaches it, nor half of it, with its first harmonics.
 * A block is a curve; curve {@code c} is about dimension {@code c % dimensions}, and its phases are random.
 *
 * <p>Coordinates are {@code 1/2 + arcsin(sin(w s + phase)) / pi}, which is a triangular wave and computed as such.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1999.10485594">Saltelli, Tarantola and Chan (1999)</a>
 */
public final class FourierCurves implements SensitivityDesign {
    /** How many multiples of its frequency stand for the effect of a parameter: 4, as is usual. */
    public static final int HARMONICS = 4;

    /** One more than twice the highest harmonic of the lowest possible frequency. */
    public static final int MIN_SAMPLES = 4 * HARMONICS * HARMONICS + 1;

    /** Spectra are computed frequency by frequency; more curves tell more than longer ones. */
    public static final int MAX_SAMPLES = (1 << 14) + 1;

    private final Extent extent;
    private final int samples;
    private final long seed;

    /**
     * @param curves about each dimension, at least 1
     * @param samples of each curve, from {@link #MIN_SAMPLES} to {@link #MAX_SAMPLES}
     * @throws IllegalArgumentException if a number is out of range
     */
    public FourierCurves(long curves, int dimensions, int samples, long seed) {
        if (samples < MIN_SAMPLES || samples > MAX_SAMPLES) {
            throw new IllegalArgumentException(
                    "%d samples (expected: %d to %d)".formatted(samples, MIN_SAMPLES, MAX_SAMPLES));
        }
        this.extent = SensitivityDesign.extent(curves, (long) samples * dimensions, dimensions);
        this.samples = samples;
        this.seed = seed;
    }

    @Override
    public Extent extent() {
        return extent;
    }

    @Override
    public int blockSize() {
        return samples;
    }

    /** How often the parameter that a curve is about swings along it. */
    public int frequency() {
        return (samples - 1) / (2 * HARMONICS);
    }

    /** How often one of the other parameters swings: from 1 up to the highest frequency that stays apart, evenly. */
    private int otherFrequency(int number) {
        int highest = frequency() / (2 * HARMONICS);
        int others = extent.dimensions() - 1;
        if (highest < others) {
            return number % highest + 1;
        }
        return others == 1 ? 1 : 1 + (int) ((long) number * (highest - 1) / (others - 1));
    }

    @Override
    public double[] point(long index) {
        long curve = index / samples;
        long position = index % samples;
        int d = extent.dimensions();
        int about = (int) (curve % d);
        UniformRandomProvider phases = DesignStream.of(seed, Purpose.PHASE, curve);
        double[] point = new double[d];
        for (int j = 0; j < d; j++) {
            int frequency = j == about ? frequency() : otherFrequency(j < about ? j : j - 1);
            double turn = (double) (frequency * position % samples) / samples + phases.nextDouble();
            point[j] = triangle(turn >= 1 ? turn - 1 : turn);
        }
        return point;
    }

    /** The wave at a share of its period; kept off its ends, where distributions may be infinite. */
    private static double triangle(double turn) {
        double value = turn <= 0.25 ? 0.5 + 2 * turn : turn <= 0.75 ? 1.5 - 2 * turn : 2 * turn - 1.5;
        return Math.min(Math.max(value, 0x1p-53), 1 - 0x1p-53);
    }
}
