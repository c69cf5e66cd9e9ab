package parsweep.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import parsweep.exec.StopSignal;
import parsweep.exec.WorkerPool;
import parsweep.queue.membership.Membership;
import parsweep.queue.turn.PatientCommit;
import parsweep.queue.turn.RunningShards;
import parsweep.queue.turn.Settler;
import parsweep.queue.turn.ShardTask;

/**
 * The running engine: db-scheduler's threads, started when the application is up and drained before it goes down. A
 * process without slots, a server, has none of these threads.
 */
final class Engine implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    /** Shards are found at once by the process that queued them, and this soon by others, if they are few. */
    private static final Duration SHORTEST_POLL = Duration.ofMillis(250);

    private static final Duration LONGEST_POLL = Duration.ofSeconds(2);

    /** Idle processes ask the database about so many times a second, all together, until there are 200 of them. */
    private static final int POLLS_PER_SECOND = 100;

    /** Never: {@link Membership} beats instead. */
    private static final Duration HEARTBEAT = Duration.ofDays(365);

    private final DataSource dataSource;
    private final ShardTask task;
    private final Settler settler;
    private final DbSchedulerShardQueue queue;
    private final WorkerPool pool;
    private final RunningShards running;
    private final Membership membership;
    private final Duration grace;
    private final OutageNoise noise = new OutageNoise();

    private volatile boolean isRunning; // written by the thread that starts and stops
    private volatile @Nullable Scheduler scheduler; // likewise

    /**
     * @param grace how long running points may go on at shutdown before they are interrupted
     */
    Engine(
            DataSource dataSource,
            ShardTask task,
            Settler settler,
            DbSchedulerShardQueue queue,
            WorkerPool pool,
            RunningShards running,
            Membership membership,
            Duration grace) {
        this.dataSource = dataSource;
        this.task = task;
        this.settler = settler;
        this.queue = queue;
        this.pool = pool;
        this.running = running;
        this.membership = membership;
        this.grace = grace;
    }

    @Override
    public void start() {
        running.allow(); // a context may be stopped and started again
        noise.install();
        membership.join();
        settler.start();
        if (pool.size() > 0) {
            scheduler = startScheduler();
        }
        isRunning = true;
    }

    private Scheduler startScheduler() {
        ShardThreads threads = new ShardThreads(pool.size());
        Scheduler newScheduler = Scheduler.create(dataSource, task.task())
                .threads(pool.size())
                .executorService(threads)
                .schedulerName(new SchedulerName.Fixed(membership.name()))
                .jdbcCustomization(new SkipLockedSql(task.exclusion()))
                .pollUsingLockAndFetch(0.99, 1.0) // look again as soon as a thread is free; take nothing beforehand
                .pollingInterval(pollingInterval(membership.workers()))
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(grace.multipliedBy(2))
                .build();
        threads.onFree(newScheduler::triggerCheckForDueExecutions);
        queue.onWake(newScheduler::triggerCheckForDueExecutions);
        settler.onSettled(newScheduler::triggerCheckForDueExecutions);
        newScheduler.start();
        return newScheduler;
    }

    private static Duration pollingInterval(int workers) {
        Duration poll = Duration.ofSeconds(workers).dividedBy(POLLS_PER_SECOND);
        if (poll.compareTo(SHORTEST_POLL) < 0) {
            return SHORTEST_POLL;
        }
        return poll.compareTo(LONGEST_POLL) > 0 ? LONGEST_POLL : poll;
    }

    /** The names of the shards that threads of this process run or settle. */
    Set<String> shardsInHand() {
        Set<String> shards = new HashSet<>(settler.pending());
        Scheduler current = scheduler;
        if (current != null) {
            current.getCurrentlyExecuting()
                    .forEach(executing -> shards.add(executing.getTaskInstance().getId()));
        }
        return shards;
    }

    /** No new shards; points finish, blocks commit, shards go back to the queue; what takes too long is interrupted. */
    @Override
    public void stop() {
        Scheduler stopping = scheduler;
        if (stopping != null) {
            drain(stopping);
        }
        pool.close();
        noise.uninstall();
        scheduler = null;
        isRunning = false;
    }

    private void drain(Scheduler stopping) {
        quietly(membership::retire);
        running.stopAll(StopSignal.Kind.AFTER_POINT);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("queue-grace"));
        Future<?> interrupt =
                timer.schedule(() -> running.stopAll(StopSignal.Kind.NOW), grace.toMillis(), TimeUnit.MILLISECONDS);
        stopping.stop();
        interrupt.cancel(false);
        timer.shutdown();
        settler.stop(grace);
        quietly(membership::leave);
    }

    /** A process has to end even if the database is away; it is then lost to the others some seconds later. */
    private static void quietly(Runnable farewell) {
        try {
            farewell.run();
        } catch (RuntimeException e) {
            LOG.warn("the others were not told that this process stops: {}", PatientCommit.reason(e));
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
        return isRunning;
    }

    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
