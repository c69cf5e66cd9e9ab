package parsweep.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;

/**
 * The random numbers of a design, which chooses points: Philox4x64-10 with the key {@code [seed, 1]}, where
 * {@link PointStream} has {@code [seed, 0]}, so that a sweep and a design of the same seed have nothing in common: each
 * key of the cipher is a stream family of its own. The counter starts at {@code [0, position, purpose, 0]}; streams
 * are disjoint for 2<sup>66</sup> draws each.
 *
 * <p>Bit-equal to NumPy's {@code numpy.random.Philox(key=[seed, 1], counter=[0, position, purpose, 0])}.
 *
 * @see <a href="https://doi.org/10.1145/2063384.2063405">Salmon, Moraes, Dror and Shaw (2011)</a>
 */
public final class DesignStream {
    private static final long DOMAIN = 1;

    /** What the numbers of a stream are for; part of what a definition means, so that the codes never change. */
    public enum Purpose {
        /** The coordinates of a random point; the position is its index. */
        POINT(0),
        /** Where a point lies within its strata; the position is its index. */
        JITTER(1),
        /** The keys of a permutation of strata; the position is its dimension. */
        PERMUTATION(2),
        /** The scrambling of a sequence; the position is its dimension. */
        SCRAMBLING(3),
        /** Which points an audit looks at. */
        AUDIT(4),
        /** A trajectory of a screening; the position is its number. */
        TRAJECTORY(5),
        /** The phases of a curve; the position is its number. */
        PHASE(6);

        private final long code;

        Purpose(long code) {
            this.code = code;
        }
    }

    private DesignStream() {}

    public static UniformRandomProvider of(long seed, Purpose purpose, long position) {
        return new Philox4x64(new long[] {seed, DOMAIN, 0, position, purpose.code, 0});
    }
}
