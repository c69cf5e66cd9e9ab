package parsweep.exec;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import parsweep.outcome.Block;
import parsweep.outcome.FailureKind;
import parsweep.outcome.Outcomes;

/**
 * The bounded pool of workers of this process. A thread of the queue, or of an audit, borrows one for each block; who
 * waits longest gets the next one.
 *
 * <p>Threads: one session thread per worker ({@code points-1}, {@code points-2}, ...), made when it is first needed.
 * Their number is the CPU budget: at no time do more than {@code size} points run, not counting points that were given
 * up and did not end, see {@link #stuckThreads()}.
 */
public final class WorkerPool implements AutoCloseable {
    /** How often who waits for a worker looks at its stop signal. */
    private static final long LOOK_MILLIS = 50;

    private final int size;
    private final List<Worker> all;
    private final BlockingQueue<Worker> idle;
    private final AtomicInteger stuckThreads = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicLong borrowed = new AtomicLong();

    /**
     * @param size 0 for a process that only serves
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public WorkerPool(int size, Limits limits) {
        this(size, limits, limits::blockTime);
    }

    /**
     * @param blockTime asked before every block, in the place of what the limits say
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public WorkerPool(int size, Limits limits, Supplier<Duration> blockTime) {
        if (size < 0) {
            throw new IllegalArgumentException("%d workers (expected: at least 0)".formatted(size));
        }
        this.size = size;
        idle = new ArrayBlockingQueue<>(Math.max(1, size), true); // fair: audits and sweeps take turns
        all = IntStream.rangeClosed(1, size)
                .mapToObj(i -> new Worker("points-" + i, limits, blockTime, stuckThreads))
                .toList();
        idle.addAll(all);
    }

    /**
     * Computes points {@code first, first + 1, ...} on a worker until the block is full or {@code end} is reached.
     *
     * @return empty if the signal came before a point was finished
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Optional<Block> compute(Plan plan, long first, long end, StopSignal signal) throws InterruptedException {
        return borrow(signal, worker -> worker.compute(plan, first, end, signal))
                .flatMap(block -> block);
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
        return borrow(signal, worker -> worker.computeAgain(plan, new Kept(first, outcomes, again), signal))
                .orElse(List.of());
    }

    private interface Work<T> {
        T on(Worker worker) throws InterruptedException;
    }

    /** Empty if the signal came before a worker was free. */
    private <T> Optional<T> borrow(StopSignal signal, Work<T> work) throws InterruptedException {
        Worker worker = idle.poll();
        while (worker == null) {
            if (signal.isRaised()) {
                return Optional.empty();
            }
            worker = idle.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        busy.incrementAndGet();
        borrowed.incrementAndGet();
        try {
            return Optional.of(work.on(worker));
        } finally {
            busy.decrementAndGet();
            idle.add(worker);
        }
    }

    /** What every session thread computes, or did last, by the thread's id: see {@link Plan#key}. */
    Map<Long, Integer> sweepsByThread() {
        Map<Long, Integer> sweeps = new HashMap<>();
        for (Worker worker : all) {
            Worker.Running running = worker.running();
            if (running != null) {
                sweeps.put(running.threadId(), running.sweep());
            }
        }
        return sweeps;
    }

    /** Adds what every block of a sweep is busy with at this moment. */
    void sample(int sweep, ProgramTime time) {
        all.forEach(worker -> worker.sample(sweep, time));
    }

    public int size() {
        return size;
    }

    /** Workers that compute at the moment. */
    public int busy() {
        return busy.get();
    }

    /** How often a worker has been borrowed so far: tells whether somebody else did in the meantime. */
    public long borrowed() {
        return borrowed.get();
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
