package parsweep.queue.membership;

import java.util.concurrent.atomic.LongAdder;

/** Points that this process has stored, and how fast over the last seconds. Counted by all threads, read by one. */
public final class Throughput {
    /** Beats over which the rate is taken. */
    private static final int WINDOW = 10;

    private final LongAdder points = new LongAdder();
    private final long[] counts = new long[WINDOW + 1];
    private final long[] nanos = new long[WINDOW + 1];
    private int samples;

    public void add(long stored) {
        points.add(stored);
    }

    /**
     * Takes a sample.
     *
     * @param now by {@link System#nanoTime()}, later than the last time
     * @return points per second since the sample before the last ten; 0 at first
     */
    double sample(long now) {
        int slot = samples++ % counts.length;
        counts[slot] = points.sum();
        nanos[slot] = now;
        int oldest = samples < counts.length ? 0 : samples % counts.length;
        double seconds = (now - nanos[oldest]) * 1e-9;
        return seconds <= 0 ? 0 : (counts[slot] - counts[oldest]) / seconds;
    }
}
