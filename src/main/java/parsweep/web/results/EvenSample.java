package parsweep.web.results;

/**
 * Rows evenly spaced over a run of indices: row {@code i} of the run is taken when {@code floor(i * count / size)} steps,
 * and so is row 0. A run that is not longer than the sample is taken whole.
 */
final class EvenSample {
    /** Products of two numbers below this fit into a long. */
    static final long MAX_COUNT = Integer.MAX_VALUE;

    private final long from;
    private final long size;
    private final long count;

    /**
     * @param from first index of the run
     * @param size of the run, at least 0
     * @param count of rows to be taken, from 1 to {@link #MAX_COUNT}
     */
    EvenSample(long from, long size, long count) {
        this.from = from;
        this.size = size;
        this.count = Math.min(count, size);
    }

    /** Number of rows taken. */
    long count() {
        return count;
    }

    /** The index that is taken as the {@code j}-th, from 0: {@code from + ceil(j * size / count)}. */
    long index(long j) {
        long quotient = size / count;
        long remainder = size % count;
        return from + j * quotient + (j * remainder + count - 1) / count;
    }

    /** How many of the taken indices are less than this one. */
    long before(long index) {
        long low = 0;
        long high = count;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (index(middle) < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first taken index at this one or after it; {@link Long#MAX_VALUE} if there is none. */
    long ceiling(long index) {
        long j = before(index);
        return j < count ? index(j) : Long.MAX_VALUE;
    }
}
