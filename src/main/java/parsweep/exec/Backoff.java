package parsweep.exec;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits between the attempts at a point: twice as long each time, and never in step with other workers. */
final class Backoff {
    /** A worker that waits computes nothing. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    /** How soon a stop ends the wait. */
    private static final long SLICE_NANOS = 20_000_000;

    private Backoff() {}

    /**
     * The wait before jitter.
     *
     * @param attempt the one that failed, from 1
     */
    static Duration after(Duration first, int attempt) {
        Duration wait = first;
        for (int i = 1; i < attempt && wait.compareTo(LONGEST) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    /**
     * Waits {@link #after} times a factor in [0.5, 1.5), so that points that failed together, for want of a licence, say,
     * are not tried again together.
     *
     * @return false if the signal was raised before the time was up
     */
    static boolean pause(Duration first, int attempt, StopSignal signal) {
        double factor = 0.5 + ThreadLocalRandom.current().nextDouble(); // decides when, never what
        long until = System.nanoTime() + (long) (after(first, attempt).toNanos() * factor);
        try {
            for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
                if (signal.isRaised()) {
                    return false;
                }
                Thread.sleep(Math.min(left, SLICE_NANOS) / 1_000_000, (int) (Math.min(left, SLICE_NANOS) % 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the pool is being closed
            return false;
        }
        return !signal.isRaised();
    }
}
