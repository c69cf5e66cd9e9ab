package parsweep.exec;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import parsweep.outcome.Block;
import parsweep.outcome.FailureKind;
import parsweep.outcome.Outcomes;

/**
 * The bounded pool of workers of this process. A thread of the queue borrows one for each block.
 *
 * <p>Threads: one session thread per worker ({@code points-1}, {@code points-2}, ...), made when it is first needed.
 * Their number is the CPU budget: at no time do more than {@code size} points run, not counting points that were given
 * up and did not end, see {@link #stuckThreads()}.
 */
public final class WorkerPool implements AutoCloseable {
    private final int size;
    private final BlockingQueue<Worker> idle;
    private final AtomicInteger stuckThreads = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();

    /**
     * @param size 0 for a process that only serves
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public WorkerPool(int size, Limits limits) {
        if (size < 0) {
            throw new IllegalArgumentException("%d workers (expected: at least 0)".formatted(size));
        }
        this.size = size;
        idle = new ArrayBlockingQueue<>(Math.max(1, size));
        IntStream.rangeClosed(1, size).forEach(i -> idle.add(new Worker("points-" + i, limits, stuckThreads)));
    }

    /**
     * Computes points {@code first, first + 1, ...} on a worker until the block is full or {@code end} is reached.
     *
     * @return empty if the signal came before a point was finished
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Optional<Block> compute(Plan plan, long first, long end, StopSignal signal) throws InterruptedException {
        return borrow(worker -> worker.compute(plan, first, end, signal));
    }

    /**
     * Tries failures of a stored block again on a worker.
     *
     * @param first the index of the first outcome
     * @param again the kinds of failure that are tried again
     * @return the block anew, cut in two if the rest was left for later; empty if the signal came before a point was done
     * @throws InterruptedException if the calling thread is interrupted
     */
    public List<Block> computeAgain(Plan plan, long first, Outcomes outcomes, Set<FailureKind> again, StopSignal signal)
            throws InterruptedException {
        return borrow(worker -> worker.computeAgain(plan, new Kept(first, outcomes, again), signal));
    }

    private interface Work<T> {
        T on(Worker worker) throws InterruptedException;
    }

    private <T> T borrow(Work<T> work) throws InterruptedException {
        Worker worker = idle.take();
        busy.incrementAndGet();
        try {
            return work.on(worker);
        } finally {
            busy.decrementAndGet();
            idle.add(worker);
        }
    }

    public int size() {
        return size;
    }

    /** Workers that compute at the moment. */
    public int busy() {
        return busy.get();
    }

    /** Threads that were given up because a model ignores its interrupt, and that have not ended since. */
    public int stuckThreads() {
        return stuckThreads.get();
    }

    @Override
    public void close() {
        idle.forEach(Worker::close);
    }
}
