package parsweep.design;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import parsweep.random.DesignStream;
import parsweep.random.DesignStream.Purpose;

/**
 * The Halton sequence: coordinate {@code j} is the radical inverse of the index in the {@code j}-th prime, that is, its
 * digits mirrored at the point. The first point is 0, as in SciPy's {@code qmc.Halton}.
 *
 * <p>Large primes need thousands of points to fill the plane of two dimensions; beyond a handful of dimensions scramble
 * it, or take {@link Sobol}. The relative error is at most 3 · 2<sup>-53</sup>.
 *
 * @see <a href="https://doi.org/10.1007/BF01386213">Halton (1960)</a>
 */
public final class Halton implements Design {
    /**
     * The tables of 100 scrambled dimensions take a third of a megabyte, those of 1000 would take 36. Besides, mirrored
     * digits of bases up to 541, the 100th prime, fit into a long.
     */
    public static final int MAX_DIMENSIONS = 100;

    private final Extent extent;
    private final int[] bases;
    private final char[][][] permutations; // by dimension and place of the digit; none if it is not scrambled

    /**
     * The sequence as published.
     *
     * @throws IllegalArgumentException if there are more than {@link #MAX_DIMENSIONS}
     */
    public Halton(Extent extent) {
        this.extent = extent.atMost(MAX_DIMENSIONS, "halton");
        this.bases = primes(extent.dimensions());
        this.permutations = new char[bases.length][0][];
    }

    /**
     * The sequence with the digits of every place of every dimension permuted at random, those that are zeros before
     * the first digit of the index too, to the end of a double: every point is uniform in the unit cube.
     *
     * @throws IllegalArgumentException if there are more than {@link #MAX_DIMENSIONS}
     * @see <a href="https://arxiv.org/abs/1706.02808">Owen (2017)</a>
     */
    public Halton(Extent extent, long seed) {
        this(extent);
        for (int j = 0; j < bases.length; j++) {
            UniformRandomProvider random = DesignStream.of(seed, Purpose.SCRAMBLING, j);
            permutations[j] = new char[digits(bases[j])][];
            for (int place = 0; place < permutations[j].length; place++) {
                permutations[j][place] = shuffled(bases[j], random);
            }
        }
    }

    @Override
    public Extent extent() {
        return extent;
    }

    @Override
    public double[] point(long index) {
        double[] point = new double[bases.length];
        for (int j = 0; j < point.length; j++) {
            point[j] = permutations[j].length == 0
                    ? radicalInverse(index, bases[j])
                    : radicalInverse(index, bases[j], permutations[j]);
        }
        return point;
    }

    private static double radicalInverse(long index, int base) {
        long mirrored = 0;
        long power = 1;
        for (long rest = index; rest != 0; ) {
            long quotient = rest / base;
            mirrored = mirrored * base + (rest - quotient * base);
            power *= base; // at most the index times the base
            rest = quotient;
        }
        return fraction(mirrored, power);
    }

    private static double radicalInverse(long index, int base, char[][] permutations) {
        long mirrored = 0;
        long power = 1;
        long rest = index;
        for (char[] permutation : permutations) {
            long quotient = rest / base;
            mirrored = mirrored * base + permutation[(int) (rest - quotient * base)];
            power *= base;
            rest = quotient;
        }
        return fraction(mirrored, power);
    }

    /** Below 1 even where both round to the same. */
    private static double fraction(long numerator, long denominator) {
        return Math.min((double) numerator / denominator, Math.nextDown(1.0));
    }

    /** Number of digits that make up an index and a double: the least with base^digits at least 2^53. */
    private static int digits(int base) {
        int digits = 0;
        for (long power = 1; power < 1L << 53; power *= base) {
            digits++;
        }
        return digits;
    }

    /** Fisher and Yates, from the end. */
    private static char[] shuffled(int size, UniformRandomProvider random) {
        char[] shuffled = new char[size];
        for (int i = 0; i < size; i++) {
            shuffled[i] = (char) i;
        }
        for (int i = size - 1; i > 0; i--) {
            int other = (int) (random.nextDouble() * (i + 1));
            char swapped = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = swapped;
        }
        return shuffled;
    }

    private static int[] primes(int count) {
        return IntStream.iterate(2, n -> n + 1)
                .filter(n -> IntStream.rangeClosed(2, (int) Math.sqrt(n)).noneMatch(divisor -> n % divisor == 0))
                .limit(count)
                .toArray();
    }
}
