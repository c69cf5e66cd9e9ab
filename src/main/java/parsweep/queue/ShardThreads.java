package parsweep.queue;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads that run shards; each looks for the next one when it is free. */
final class ShardThreads extends ThreadPoolExecutor {
    private volatile Runnable afterEach = () -> {};

    ShardThreads(int size) {
        // Unbounded, but the scheduler never hands over more than there are free threads.
        super(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threadFactory());
    }

    private static ThreadFactory threadFactory() {
        AtomicInteger number = new AtomicInteger();
        return task -> new Thread(task, "shard-" + number.incrementAndGet());
    }

    /** Connects the scheduler, which itself needs these threads. */
    void onFree(Runnable look) {
        afterEach = look;
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
        afterEach.run();
    }
}
