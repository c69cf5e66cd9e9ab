package parsweep.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;

/**
 * The random stream of a point: Philox4x64-10 keyed by the sweep's seed, its 256-bit counter starting at
 * {@code index * 2^64}, so that streams are disjoint for 2<sup>66</sup> draws each.
 *
 * <p>Bit-equal to NumPy's {@code numpy.random.Philox(key=[seed, 0], counter=[0, index, 0, 0]).random_raw()}.
 *
 * @see <a href="https://doi.org/10.1145/2063384.2063405">Salmon, Moraes, Dror and Shaw (2011)</a>
 */
public final class PointStream {
    private static final int ROUNDS = 10;

    // The constants of the paper, for 4 words of 64 bits
    private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
    private static final long MULTIPLIER_1 = 0xCA5A826395121157L;
    private static final long WEYL_0 = 0x9E3779B97F4A7C15L;
    private static final long WEYL_1 = 0xBB67AE8584CAA73BL;

    private PointStream() {}

    public static UniformRandomProvider of(long sweepSeed, long index) {
        return new Philox4x64(new long[] {sweepSeed, 0, 0, index, 0, 0});
    }

    /**
     * A seed for generators of another kind: the upper 53 bits of the first draw of the point's stream. 53, because
     * such a number survives JSON, CSV and every language's double.
     *
     * @return a whole number in {@code [0, 2^53)}
     */
    public static long seed(long sweepSeed, long index) {
        return firstDraw(sweepSeed, index) >>> 11;
    }

    /** That of {@link #of}, without a generator: a table of results has the seed of every point. */
    private static long firstDraw(long sweepSeed, long index) {
        long key0 = sweepSeed;
        long key1 = 0;
        long counter0 = 1; // it counts before it draws
        long counter1 = index;
        long counter2 = 0;
        long counter3 = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long high0 = multiplyHigh(MULTIPLIER_0, counter0);
            long high1 = multiplyHigh(MULTIPLIER_1, counter2);
            long low0 = MULTIPLIER_0 * counter0;
            long low1 = MULTIPLIER_1 * counter2;
            counter0 = high1 ^ counter1 ^ key0;
            counter1 = low1;
            counter2 = high0 ^ counter3 ^ key1;
            counter3 = low0;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        return counter0;
    }

    /** The upper half of a product of numbers without a sign, the first of them at least 2<sup>63</sup>. */
    private static long multiplyHigh(long multiplier, long counter) {
        return Math.multiplyHigh(multiplier, counter) + counter + ((counter >> 63) & multiplier);
    }
}
