package parsweep.queue.turn;

import java.time.Duration;
import java.util.List;
import parsweep.outcome.Block;
import parsweep.sweep.state.WorkerTurn;

/** Times one turn of a worker at a shard. Confined to its thread. */
final class TurnClock {
    private final long started = System.nanoTime();
    private final double waitSeconds;
    private double computeSeconds;
    private double commitSeconds;
    private double pointSeconds;
    private int blocks;

    /**
     * @param idle how long the worker has been idle
     * @param ready how long there has been work in the sweep
     */
    TurnClock(Duration idle, Duration ready) {
        Duration wait = idle.compareTo(ready) < 0 ? idle : ready;
        waitSeconds = wait.isNegative() ? 0 : seconds(wait.toNanos());
    }

    /** What is timed. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws InterruptedException;
    }

    <T> T computing(Work<T> work) throws InterruptedException {
        long since = System.nanoTime();
        try {
            return work.run();
        } finally {
            computeSeconds += seconds(System.nanoTime() - since);
        }
    }

    /** Times the storing of blocks, and counts them if they were stored. */
    boolean committing(List<Block> stored, Work<Boolean> work) throws InterruptedException {
        long since = System.nanoTime();
        boolean done = false;
        try {
            done = work.run();
        } finally {
            commitSeconds += seconds(System.nanoTime() - since);
            if (done) {
                blocks++;
                pointSeconds += stored.get(0).seconds();
            }
        }
        return done;
    }

    /** Since the beginning of the turn. */
    double seconds() {
        return seconds(System.nanoTime() - started);
    }

    WorkerTurn turn(String worker) {
        return new WorkerTurn(worker, blocks, pointSeconds, computeSeconds, commitSeconds, seconds(), waitSeconds);
    }

    private static double seconds(long nanos) {
        return nanos * 1e-9;
    }
}
