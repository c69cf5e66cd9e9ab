package parsweep.queue.turn;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles shards at the end of their turns, on a thread of its own, while the workers that ran them go on to the next. If
 * shards of other sweeps wait, the worker itself does it and looks for the next shard when it has: only then it is known
 * whose turn it is.
 *
 * <p>Thread-safe.
 */
public final class Settler {
    private static final Logger LOG = LoggerFactory.getLogger(Settler.class);

    private final LongPredicate othersWait;
    private final ThreadFactory threads;
    private final Set<String> pending = ConcurrentHashMap.newKeySet();
    private volatile ThreadPoolExecutor thread; // written by the thread that starts and stops
    private volatile Runnable look = () -> {};

    /**
     * @param othersWait whether shards of another sweep wait for a worker
     * @param threads begins the thread
     */
    public Settler(LongPredicate othersWait, ThreadFactory threads) {
        this.othersWait = othersWait;
        this.threads = threads;
        this.thread = newThread();
    }

    /** One is enough: the shards of a sweep are settled under its lock. */
    private ThreadPoolExecutor newThread() {
        ThreadPoolExecutor thread =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        thread.setRejectedExecutionHandler((task, ended) -> task.run()); // of a turn that outlasts the shutdown
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }

    /** Connects the scheduler, which may find what has been given back, or what there is room for now. */
    public void onSettled(Runnable newLook) {
        look = newLook;
    }

    /**
     * Settles a shard: at once if others wait, soon otherwise. If it fails then, {@code AbandonedShards} finds the shard
     * later.
     */
    void settle(ShardId id, Runnable settling) {
        if (othersWait.test(id.sweepId())) {
            settling.run();
            return;
        }
        String name = id.toString();
        pending.add(name);
        thread.execute(() -> {
            try {
                settling.run();
                look.run();
            } catch (RuntimeException e) {
                LOG.warn("shard {} was not settled; that is tried again: {}", name, PatientCommit.reason(e));
            } finally {
                pending.remove(name);
            }
        });
    }

    /** The names of the shards that are still to be settled. */
    public Set<String> pending() {
        return Set.copyOf(pending);
    }

    public void start() {
        if (thread.isShutdown()) {
            thread = newThread();
        }
    }

    /** Waits until all is settled, or for so long. */
    public void stop(Duration patience) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} shards were not settled; the next start does that, or another process", pending.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
