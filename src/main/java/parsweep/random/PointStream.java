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
        return of(sweepSeed, index).nextLong() >>> 11;
    }
}
