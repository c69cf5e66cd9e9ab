package parsweep.outcome;

/**
 * MurmurHash3 x64 128 of a stream of 64-bit words, each taken as its eight little-endian bytes; seed 0. Reused from
 * point to point; not thread-safe.
 *
 * <p>The words of a point: its index; 0 if it is done, 1 if it failed, 2 if it is excluded; then for each output in the order of the
 * declaration, of a done point only: the bits of a real or an integer; 0 or 1 for a boolean; the number of elements of
 * an array and the elements; the number of UTF-8 bytes of a text and the bytes, padded with zeros to a multiple of eight.
 * All NaNs count as one.
 *
 * @see <a href="https://github.com/aappleby/smhasher/wiki/MurmurHash3">Appleby (2011)</a>
 */
final class PointHash {
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private long h1;
    private long h2;
    private long pending;
    private long words;

    void reset() {
        h1 = 0;
        h2 = 0;
        words = 0;
    }

    void add(long word) {
        if ((words++ & 1) == 0) {
            pending = word;
        } else {
            mix(pending, word);
        }
    }

    void add(double value) {
        add(Double.doubleToLongBits(value)); // not the raw bits: NaN has 2^53 patterns
    }

    void add(double[] values, int from, int to) {
        int i = from;
        if (i < to && (words & 1) == 1) {
            add(values[i++]);
        }
        for (; i + 1 < to; i += 2) {
            mix(Double.doubleToLongBits(values[i]), Double.doubleToLongBits(values[i + 1]));
            words += 2;
        }
        if (i < to) {
            add(values[i]);
        }
    }

    /** Finishes and leaves the hash in {@link #high()} and {@link #low()}. */
    void finish() {
        if ((words & 1) == 1) {
            h1 ^= Long.rotateLeft(pending * C1, 31) * C2;
        }
        h1 ^= words * Long.BYTES;
        h2 ^= words * Long.BYTES;
        h1 += h2;
        h2 += h1;
        h1 = avalanche(h1);
        h2 = avalanche(h2);
        h1 += h2;
        h2 += h1;
    }

    long high() {
        return h1;
    }

    long low() {
        return h2;
    }

    private void mix(long k1, long k2) {
        h1 ^= Long.rotateLeft(k1 * C1, 31) * C2;
        h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
        h2 ^= Long.rotateLeft(k2 * C2, 33) * C1;
        h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
    }

    private static long avalanche(long h) {
        long x = h;
        x = (x ^ (x >>> 33)) * 0xff51afd7ed558ccdL;
        x = (x ^ (x >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return x ^ (x >>> 33);
    }
}
