package parsweep.exec;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the session thread that runs points and the worker that may stop them meet. While the k-th point runs, k = 1,
 * 2, ..., the gate stands at {@code 4k}, and between points, before the first and after the last at {@code 4k + 2},
 * where the worker can do nothing. The session thread ends a point by moving the gate to {@code 4k + 2}; the worker
 * stops it by moving the gate to {@code 4k + 1} and then interrupting. Whoever comes second sees that it lost, so that
 * an interrupt never hits a point that it was not meant for. From {@code 4k + 1} either the session thread goes on
 * ({@code 4k + 2}) or the worker gives the thread up, after which the thread touches nothing of the block any more.
 */
final class PointGate {
    private static final long STOPPING = 1;
    private static final long BETWEEN = 2;
    private static final long POINT = 4;
    private static final long ABANDONED = -1;

    /** Why the worker stops a point. */
    enum Stop {
        TIMEOUT,
        GIVE_UP
    }

    private final AtomicLong gate = new AtomicLong(BETWEEN);
    private final AtomicLong pointStarted = new AtomicLong();
    private volatile Stop stop = Stop.GIVE_UP; // written by the worker only, before it moves the gate
    private volatile long interruptedGate = -1; // the gate value whose interrupt has been delivered
    private long running; // the session thread's own copy

    // ---- session thread

    /** Starts the next point. */
    void begin(long startNanos) {
        running += POINT;
        pointStarted.lazySet(startNanos);
        gate.lazySet(running); // after its start, so that nobody takes the time of the point before for its own
    }

    /** Lets the running point begin at another time than it did. */
    void beginAt(long startNanos) {
        pointStarted.set(startNanos);
    }

    /** Ends the point; false if the worker has stopped it. */
    boolean end() {
        return gate.compareAndSet(running, running + BETWEEN);
    }

    /**
     * Takes note that the worker stopped the point.
     *
     * @return false if the worker has given the thread up in the meantime
     */
    boolean acknowledge() {
        while (interruptedGate != running && gate.get() == running + STOPPING) {
            Thread.onSpinWait(); // the worker is between moving the gate and interrupting: some nanoseconds
        }
        Thread.interrupted();
        return gate.compareAndSet(running + STOPPING, running + BETWEEN);
    }

    // ---- worker

    /** What {@link #stop} needs; to be asked before {@link #pointNanos}, whose answer is then not an older point's. */
    long point() {
        return gate.get();
    }

    /** How long the running point has taken so far. */
    long pointNanos() {
        return System.nanoTime() - pointStarted.get();
    }

    /**
     * Interrupts a point unless it has ended or has been stopped before.
     *
     * @param point an answer of {@link #point}
     */
    void stop(long point, Stop why, Thread sessionThread) {
        if (point % POINT != 0) {
            return;
        }
        stop = why;
        if (gate.compareAndSet(point, point + STOPPING)) {
            sessionThread.interrupt();
            interruptedGate = point;
        }
    }

    boolean isStopping() {
        return gate.get() % POINT == STOPPING;
    }

    /** Why the point was stopped. */
    Stop why() {
        return stop;
    }

    /**
     * Gives the session thread up.
     *
     * @return false if it has just answered the interrupt
     */
    boolean abandon() {
        long stopping = gate.get();
        return stopping % POINT == STOPPING && gate.compareAndSet(stopping, ABANDONED);
    }
}
