package parsweep.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import parsweep.exec.StopSignal;
import parsweep.exec.WorkerPool;
import parsweep.queue.WaitingShards.LostShard;
import parsweep.sweep.ShardLedger;

/**
 * The running engine: db-scheduler's threads, started when the application is up and drained before it goes down.
 */
final class Engine implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    /** Shards are found at once by the process that queued them, and this soon by others. */
    private static final Duration POLL = Duration.ofSeconds(1);

    /** Four missed make a worker dead: its shards run elsewhere within some five seconds. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private static final int MISSED_HEARTBEATS = 4;

    /** A sweep that another process cancelled is stopped here within this time. */
    private static final Duration WATCH = Duration.ofMillis(500);

    /** Looks for lost shards in every n-th round of the watch: every three seconds. */
    private static final int ROUNDS_PER_SEARCH = 6;

    /** As long as a connection may take to come, and some more. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final ShardTask task;
    private final ShardLedger ledger;
    private final DbSchedulerShardQueue queue;
    private final WorkerPool pool;
    private final RunningShards running;
    private final WaitingShards waiting;
    private final Duration grace;
    private final OutageNoise noise = new OutageNoise();

    private volatile @Nullable Scheduler scheduler; // written by the thread that starts and stops
    private @Nullable ScheduledExecutorService watch;
    private int round; // of the watch thread only
    private boolean isDatabaseGone; // of the watch thread only

    /**
     * @param grace how long running points may go on at shutdown before they are interrupted
     */
    Engine(
            DataSource dataSource,
            ShardTask task,
            ShardLedger ledger,
            DbSchedulerShardQueue queue,
            WorkerPool pool,
            RunningShards running,
            WaitingShards waiting,
            Duration grace) {
        this.dataSource = dataSource;
        this.task = task;
        this.ledger = ledger;
        this.queue = queue;
        this.pool = pool;
        this.running = running;
        this.waiting = waiting;
        this.grace = grace;
    }

    @Override
    public void start() {
        running.allow(); // a context may be stopped and started again
        noise.install();
        ShardThreads threads = new ShardThreads(pool.size());
        Scheduler newScheduler = Scheduler.create(dataSource, task.task())
                .threads(pool.size())
                .executorService(threads)
                .schedulerName(new SchedulerName.Fixed(processName()))
                .jdbcCustomization(new SkipLockedSql())
                .pollUsingLockAndFetch(0.99, 1.0) // look again as soon as a thread is free; take nothing beforehand
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(grace.multipliedBy(2))
                .build();
        threads.afterEach = newScheduler::triggerCheckForDueExecutions;
        queue.onWake(newScheduler::triggerCheckForDueExecutions);
        newScheduler.start();
        scheduler = newScheduler;
        watch = Executors.newSingleThreadScheduledExecutor(named("queue-watch"));
        Future<?> unused =
                watch.scheduleWithFixedDelay(this::watch, WATCH.toMillis(), WATCH.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void watch() {
        try {
            stopWhatIsOver();
            if (++round % ROUNDS_PER_SEARCH == 0 || isDatabaseGone) {
                enqueueWhatIsLost();
            }
            if (isDatabaseGone) {
                LOG.info("the database answers again");
                isDatabaseGone = false;
            }
        } catch (RuntimeException e) {
            if (!isDatabaseGone) {
                LOG.warn("the database does not answer; trying again: {}", PatientCommit.reason(e));
                isDatabaseGone = true;
            }
        }
    }

    private void stopWhatIsOver() {
        for (long sweepId : running.sweeps()) {
            running.stop(sweepId, ledger.stopKind(sweepId));
        }
    }

    private void enqueueWhatIsLost() {
        for (LostShard shard : waiting.lost()) {
            if (queue.enqueue(shard.id(), shard.startTag())) {
                LOG.warn("shard {} was not in the queue; it is now", shard.id());
            }
        }
    }

    /** No new shards; points finish, blocks commit, shards go back to the queue; what takes too long is interrupted. */
    @Override
    public void stop() {
        running.stopAll(StopSignal.Kind.AFTER_POINT);
        ScheduledExecutorService timer = watch;
        Future<?> interrupt = timer == null
                ? CompletableFuture.completedFuture(null)
                : timer.schedule(() -> running.stopAll(StopSignal.Kind.NOW), grace.toMillis(), TimeUnit.MILLISECONDS);
        Scheduler stopping = scheduler;
        if (stopping != null) {
            stopping.stop();
        }
        interrupt.cancel(false);
        if (timer != null) {
            end(timer);
        }
        pool.close();
        noise.uninstall();
        scheduler = null;
    }

    /** Waits for its last look at the database. An interrupt in the midst of that would close the files of H2. */
    private static void end(ScheduledExecutorService timer) {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the database does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets workers take shards or not; those that they have they keep. */
    void takeShards(boolean allowed) {
        Scheduler current = scheduler;
        if (current == null || allowed != current.getSchedulerState().isPaused()) {
            return;
        }
        if (allowed) {
            current.resume();
            current.triggerCheckForDueExecutions();
        } else {
            current.pause();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    /** Unique among all processes that may share the database at a time. */
    private static String processName() {
        String name = ManagementFactory.getRuntimeMXBean().getName(); // pid@host
        return name.substring(0, Math.min(name.length(), 40)) + "-" + Long.toHexString(System.nanoTime() & 0xffffff);
    }

    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The threads that run shards; each looks for the next one when it is free. */
    private static final class ShardThreads extends ThreadPoolExecutor {
        private volatile Runnable afterEach = () -> {};

        ShardThreads(int size) {
            // Unbounded, but the scheduler never hands over more than there are free threads.
            super(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threadFactory());
        }

        private static ThreadFactory threadFactory() {
            AtomicInteger number = new AtomicInteger();
            return task -> new Thread(task, "shard-" + number.incrementAndGet());
        }

        @Override
        protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
            afterEach.run();
        }
    }
}
