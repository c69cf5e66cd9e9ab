package parsweep.design;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A pseudo-random permutation of {@code [0, size)}, evaluated one position at a time in constant expected time and
 * memory. Immutable.
 *
 * <p>The generalised Feistel cipher of Black and Rogaway: a position is written as {@code l + a r} with
 * {@code a = ceil(sqrt(size))}, and each half in turn is shifted by a keyed function of the other, modulo the range of
 * that half. What lands at or past the size is enciphered again until it does not (cycle walking); as there are fewer
 * than {@code a} such positions, that is once in {@code 1 + sqrt(size)} times at most, but for tiny sizes. There are twice
 * as many rounds as in NIST's FF1, because with ten of them the permutations of five positions were not equally likely. The round function is the finaliser of SplitMix64
 * (Stafford's variant 13) and no cipher: points need to look random, not to be secret.
 *
 * @see <a href="https://doi.org/10.1007/3-540-45760-7_9">Black and Rogaway (2002), section 5</a>
 * @see <a href="https://doi.org/10.6028/NIST.SP.800-38G">NIST SP 800-38G (2016)</a>
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea and Flood (2014)</a>
 */
public final class KeyedPermutation {
    private static final int ROUNDS = 20;

    private final long size;
    private final long a;
    private final long b;
    private final long[] keys = new long[ROUNDS];

    /**
     * @param size in {@code [1, 2^53]}
     * @param random gives the keys, a draw for each round
     */
    public KeyedPermutation(long size, UniformRandomProvider random) {
        this.size = size;
        this.a = (long) Math.ceil(Math.sqrt((double) size));
        this.b = (size + a - 1) / a;
        for (int i = 0; i < ROUNDS; i++) {
            keys[i] = random.nextLong();
        }
    }

    /**
     * Where a position goes.
     *
     * @param position in {@code [0, size)}; not checked
     */
    public long at(long position) {
        long image = position;
        do {
            image = encipher(image);
        } while (image >= size);
        return image;
    }

    private long encipher(long position) {
        long right = position / a;
        long left = position - right * a;
        for (int i = 0; i < ROUNDS; i += 2) {
            left += round(right ^ keys[i], a);
            left = left < a ? left : left - a;
            right += round(left ^ keys[i + 1], b);
            right = right < b ? right : right - b;
        }
        return left + a * right;
    }

    /** A number in {@code [0, range)}: the upper 63 of 64 mixed bits as a fraction, times the range. */
    private static long round(long x, long range) {
        long z = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        z ^= z >>> 31;
        return Math.multiplyHigh(z >>> 1, 2 * range);
    }
}
