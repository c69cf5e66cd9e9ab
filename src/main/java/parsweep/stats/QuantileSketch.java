package parsweep.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Quantiles of the numbers added so far: exact while they fit a buffer, and with a known bound to the error of their
 * ranks beyond. Deterministic; not thread-safe.
 *
 * <p>A full buffer is sorted and put on level 0, where each number stands for one. Two buffers of a level are merged, and
 * every other number goes on to the next level, where it stands for twice as many; whether the odd or the even ones do
 * alternates. Such a step moves no rank by more than the weight that its numbers had.
 *
 * @see <a href="https://doi.org/10.1016/0304-3975(80)90061-4">Munro and Paterson (1980)</a>
 * @see <a href="https://doi.org/10.1145/276305.276342">Manku, Rajagopalan and Lindsay (1998)</a>
 */
public final class QuantileSketch {
    private static final int MAX_LEVELS = 62;

    private final int size; // of each buffer
    private final @Nullable Buffer[] levels = new Buffer[MAX_LEVELS];
    private double[] current = new double[16];
    private int filled;
    private long count;
    private long rankError;
    private boolean odd;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Buffer(double[] sorted) {}

    /**
     * A sketch for a number of values that is known, in a memory that is given.
     *
     * @param expected number of values; if there are more in the end, memory grows by a buffer for each doubling
     * @param capacity numbers that may be kept, at least 16; if there are no more, quantiles are exact
     */
    public static QuantileSketch of(long expected, int capacity) {
        if (expected <= capacity) {
            return new QuantileSketch((int) Math.max(1, expected));
        }
        int size = capacity;
        for (int buffers = 3; buffers < MAX_LEVELS; buffers++) { // the levels, the one that is filled, one for merging
            size = Math.max(2, capacity / buffers);
            if (expected >> (buffers - 2) <= size) {
                break;
            }
        }
        return new QuantileSketch(size);
    }

    /**
     * @param size of a buffer: the number of values up to which quantiles are exact, at least 1
     */
    QuantileSketch(int size) {
        this.size = size;
    }

    /**
     * Adds a number.
     *
     * @param value finite; not checked
     */
    public void add(double value) {
        if (filled == size) {
            flush();
        }
        if (filled == current.length) {
            current = Arrays.copyOf(current, Math.min(size, 2 * filled));
        }
        current[filled++] = value;
        count++;
    }

    private void flush() {
        double[] carry = Arrays.copyOf(current, filled);
        Arrays.sort(carry);
        int level = 0;
        for (Buffer other = levels[0]; other != null; other = levels[level]) {
            carry = everyOther(other.sorted, carry);
            rankError += 1L << level;
            levels[level] = null;
            level++;
        }
        levels[level] = new Buffer(carry);
        filled = 0;
    }

    private double[] everyOther(double[] a, double[] b) {
        double[] kept = new double[a.length];
        int skip = odd ? 1 : 0;
        odd = !odd;
        int i = 0;
        int j = 0;
        for (int position = 0; position < 2 * kept.length; position++) {
            double next = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i++] : b[j++];
            if ((position & 1) == skip) {
                kept[position >> 1] = next;
            }
        }
        return kept;
    }

    public long count() {
        return count;
    }

    /**
     * How far the rank of a quantile may be from the one that was asked for, as a share of the number of values; 0 if
     * quantiles are exact.
     */
    public double rankError() {
        return count == 0 ? 0 : (double) rankError / count;
    }

    /**
     * The quantiles for some probabilities: linear between neighbouring order statistics, as is NumPy's default (type 7
     * of Hyndman and Fan); NaN if there are no values.
     *
     * @param probabilities in {@code [0, 1]}, ascending
     * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan (1996)</a>
     */
    public double[] quantiles(double... probabilities) {
        double[] quantiles = new double[probabilities.length];
        if (count == 0) {
            Arrays.fill(quantiles, Double.NaN);
            return quantiles;
        }
        Arrays.sort(current, 0, filled);
        for (int i = 0; i < quantiles.length; i++) {
            double position = (count - 1) * probabilities[i];
            long rank = (long) position;
            double below = orderStatistic(rank);
            double above = orderStatistic(Math.min(rank + 1, count - 1));
            quantiles[i] = between(below, above, position - rank);
        }
        return quantiles;
    }

    /** The number of that rank, from 0, by bisection of the doubles: the first one that has more weight up to it. */
    private double orderStatistic(long rank) {
        if (filled == count) {
            return current[(int) rank];
        }
        long low = key(Double.NEGATIVE_INFINITY);
        long high = key(Double.POSITIVE_INFINITY);
        while (low < high) {
            long middle = (low & high) + ((low ^ high) >> 1); // the mean, without overflow
            if (weightUpTo(number(middle)) > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return number(low);
    }

    private long weightUpTo(double value) {
        long weight = countUpTo(current, filled, value);
        for (int level = 0; level < levels.length; level++) {
            Buffer buffer = levels[level];
            if (buffer != null) {
                weight += (long) countUpTo(buffer.sorted, size, value) << level;
            }
        }
        return weight;
    }

    private static int countUpTo(double[] sorted, int length, double value) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Double.compare(sorted[middle], value) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A whole number for each double, in the same order. */
    private static long key(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    private static double number(long key) {
        return Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE));
    }

    /** As NumPy rounds it. */
    private static double between(double below, double above, double share) {
        double difference = above - below;
        return share < 0.5 ? below + difference * share : above - difference * (1 - share);
    }
}
