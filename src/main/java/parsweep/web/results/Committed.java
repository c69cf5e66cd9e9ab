package parsweep.web.results;

import java.util.Arrays;
import java.util.List;
import parsweep.sweep.SweepResults;
import parsweep.sweep.state.BlockStore.Span;

/**
 * Which indices had an outcome at one moment. What is read again and again, column by column say, must have the same rows
 * each time, although the sweep goes on. A running sweep has as many runs as there are gaps, which are few: blocks that
 * touch are one run. Immutable.
 */
final class Committed {
    /** Without payloads, a thousand blocks are some 50 kB. */
    private static final int SPANS_AT_A_TIME = 1000;

    private final long[] starts;
    private final long[] ends;

    private Committed(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    static Committed of(SweepResults results) {
        return of(results, 0);
    }

    /** Those from an index on, and what else is in its block. */
    static Committed of(SweepResults results, long from) {
        long[] starts = new long[16];
        long[] ends = new long[16];
        int runs = 0;
        List<Span> spans = results.spans(from, SPANS_AT_A_TIME);
        while (!spans.isEmpty()) {
            for (Span span : spans) {
                if (runs > 0 && ends[runs - 1] == span.first()) {
                    ends[runs - 1] = span.end();
                    continue;
                }
                if (runs == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * runs);
                    ends = Arrays.copyOf(ends, 2 * runs);
                }
                starts[runs] = span.first();
                ends[runs++] = span.end();
            }
            spans = results.spans(ends[runs - 1], SPANS_AT_A_TIME);
        }
        return new Committed(Arrays.copyOf(starts, runs), Arrays.copyOf(ends, runs));
    }

    /** Number of runs. */
    int runs() {
        return starts.length;
    }

    long start(int run) {
        return starts[run];
    }

    long end(int run) {
        return ends[run];
    }

    /** The first run that ends after an index; {@link #runs()} if there is none. */
    int runAfter(long index) {
        int found = Arrays.binarySearch(ends, index + 1);
        return found >= 0 ? found : -found - 1;
    }

    /** One past the last index that has an outcome. */
    long end() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /** Whether every index of [from, to) has an outcome. */
    boolean isWhole(long from, long to) {
        int run = runAfter(from);
        return from >= to || (run < starts.length && starts[run] <= from && ends[run] >= to);
    }

    /** All runs: {@code [0, 10) [12, 20)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int run = 0; run < starts.length; run++) {
            text.append('[').append(starts[run]).append(", ").append(ends[run]).append(") ");
        }
        return text.toString().strip();
    }
}
