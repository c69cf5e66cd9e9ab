package parsweep.queue;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does something again and again while the application runs, on a daemon thread of its own. */
final class Periodic implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Periodic.class);

    /** How long a stop waits for the current round. It is not interrupted: that would close the file of H2. */
    private static final Duration LAST_ROUND = Duration.ofSeconds(5);

    private final String thread;
    private final Duration pause;
    private final Runnable round;
    private final int phase;
    private boolean failed; // of that thread only
    private volatile @Nullable ScheduledExecutorService executor; // written by the thread that starts and stops

    /**
     * @param pause between the end of a round and the next; the first one comes at once
     */
    Periodic(String thread, Duration pause, Runnable round) {
        this(thread, pause, round, DEFAULT_PHASE);
    }

    /**
     * @param phase the lower, the earlier it starts and the later it stops
     */
    Periodic(String thread, Duration pause, Runnable round, int phase) {
        this.thread = thread;
        this.pause = pause;
        this.round = round;
        this.phase = phase;
    }

    @Override
    public void start() {
        ScheduledExecutorService newExecutor = Executors.newSingleThreadScheduledExecutor(Engine.named(thread));
        Future<?> unused = newExecutor.scheduleWithFixedDelay(this::round, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        executor = newExecutor;
    }

    private void round() {
        try {
            round.run();
            failed = false;
        } catch (RuntimeException | Error e) { // no memory at one time says nothing of the next
            double seconds = pause.toMillis() * 1e-3;
            if (!failed && OutageNoise.isOutage(e)) {
                LOG.warn("{} has no database; trying again every {} s", thread, seconds);
            } else if (!failed) {
                LOG.warn("{} failed; trying again every {} s", thread, seconds, e);
            }
            failed = true;
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopping = executor;
        if (stopping == null) {
            return;
        }
        stopping.shutdown();
        try {
            if (!stopping.awaitTermination(LAST_ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} is still at work; left alone", thread);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        executor = null;
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
