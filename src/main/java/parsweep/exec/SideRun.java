package parsweep.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import parsweep.outcome.Block;

/**
 * Computes runs of points that belong to no shard, several at a time, on the workers of a pool: what sweeps compute in
 * the meantime and what is computed here take turns, block by block.
 *
 * <p>Threads: {@code side-1}, {@code side-2}, ..., which only wait for workers and end with the call.
 */
public final class SideRun {
    private final WorkerPool pool;
    private final Plan plan;
    private final List<Run> runs;
    private final StopSignal signal;
    private final Sink sink;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicReference<@Nullable RuntimeException> fault = new AtomicReference<>();

    /** Consecutive indices. */
    public record Run(long first, int count) {
        long end() {
            return first + count;
        }
    }

    /** Takes what was computed; called by several threads at a time. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes a block.
         *
         * @param run its position in the list of runs
         * @param block a part of the run, or all of it
         */
        void accept(int run, Block block);
    }

    private SideRun(WorkerPool pool, Plan plan, List<Run> runs, StopSignal signal, Sink sink) {
        this.pool = pool;
        this.plan = plan;
        this.runs = runs;
        this.signal = signal;
        this.sink = sink;
    }

    /**
     * Computes runs, in the order of the list as far as several at a time have one.
     *
     * @param threads how many runs are computed at a time, if there are so many workers
     * @param signal ends it; a point that runs is interrupted if the signal says so
     * @return number of runs that were finished; the others may have been begun
     * @throws InterruptedException if the calling thread is interrupted; what runs is stopped then
     */
    public static int compute(WorkerPool pool, Plan plan, List<Run> runs, int threads, StopSignal signal, Sink sink)
            throws InterruptedException {
        return new SideRun(pool, plan, runs, signal, sink).compute(Math.min(threads, runs.size()));
    }

    private int compute(int count) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Thread thread = new Thread(this::work, "side-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            signal.raise(StopSignal.Kind.NOW);
            throw e;
        }
        RuntimeException thrown = fault.get();
        if (thrown != null) {
            throw thrown;
        }
        return finished.get();
    }

    private void work() {
        try {
            for (int run = next.getAndIncrement(); run < runs.size(); run = next.getAndIncrement()) {
                if (!compute(run, runs.get(run))) {
                    return;
                }
                finished.incrementAndGet();
            }
        } catch (RuntimeException e) {
            fault.compareAndSet(null, e);
            signal.raise(StopSignal.Kind.NOW);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does so but a process that ends
        }
    }

    /** False if the signal came first. */
    private boolean compute(int position, Run run) throws InterruptedException {
        long index = run.first();
        while (index < run.end()) {
            Optional<Block> block = pool.compute(plan, index, run.end(), signal);
            if (block.isEmpty()) {
                return false;
            }
            sink.accept(position, block.get());
            index = block.get().end();
        }
        return true;
    }
}
