package parsweep.web.compare;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import parsweep.web.question.Requests;

/**
 * The outputs of the points of a sweep, found by a hash of their parameters. Points of one hash are told apart by who
 * asks. Not thread-safe.
 */
final class PointTable {
    /** 16 MB of indices, hashes and outputs, and up to 12 MB to find them. */
    static final int MAX_NUMBERS = 1 << 21;

    /** All of them are looked at when one is sought. */
    private static final int MAX_EQUAL = 1000;

    private final int width;
    private final int[] places; // open addressing; 1 + the number of a point, 0 for none
    private final long[] hashes;
    private final long[] indices;
    private final double[] outputs;
    private final BitSet done = new BitSet();
    private final BitSet matched = new BitSet();
    private int size;

    /** How many points may be kept. */
    static int limit(int outputs) {
        return MAX_NUMBERS / (2 + outputs);
    }

    /**
     * @param points how many there are at most; at most {@link #limit}
     * @param width number of outputs of a point
     */
    PointTable(int points, int width) {
        this.width = width;
        this.places = new int[Integer.highestOneBit(Math.max(8, points)) << 2];
        this.hashes = new long[points];
        this.indices = new long[points];
        this.outputs = new double[points * width];
    }

    /** Whether the index of a point is the one that is sought. */
    interface Match {
        boolean test(long index);
    }

    boolean isFull() {
        return size == hashes.length;
    }

    /**
     * Adds a point.
     *
     * @param values are copied; null if it failed
     * @throws parsweep.web.BadRequest if too many points have that hash
     */
    void add(long hash, long index, double @Nullable [] values) {
        int place = place(hash);
        int equal = 0;
        while (places[place] != 0) {
            equal += hashes[places[place] - 1] == hash ? 1 : 0;
            place = (place + 1) & (places.length - 1);
        }
        if (equal > MAX_EQUAL) {
            throw Requests.tooMuch(
                    "more than %d points of one sweep have the same parameters and replicate (expected: fewer, or the same order of points in both)"
                            .formatted(MAX_EQUAL));
        }
        hashes[size] = hash;
        indices[size] = index;
        if (values != null) {
            System.arraycopy(values, 0, outputs, size * width, width);
            done.set(size);
        }
        places[place] = ++size;
    }

    private int place(long hash) {
        return (int) hash & (places.length - 1);
    }

    /** Finds a point that no one has found before, so that points that stand twice are matched twice; -1 if there is none. */
    int take(long hash, Match match) {
        int place = place(hash);
        while (places[place] != 0) {
            int number = places[place] - 1;
            if (hashes[number] == hash && !matched.get(number) && match.test(indices[number])) {
                matched.set(number);
                return number;
            }
            place = (place + 1) & (places.length - 1);
        }
        return -1;
    }

    /** Number of points that no one has found. */
    long unmatched() {
        return (long) size - matched.cardinality();
    }

    boolean isDone(int number) {
        return done.get(number);
    }

    long index(int number) {
        return indices[number];
    }

    double output(int number, int slot) {
        return outputs[number * width + slot];
    }
}
