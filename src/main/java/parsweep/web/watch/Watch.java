package parsweep.web.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import parsweep.sweep.state.SweepException;
import parsweep.web.Moment;

/**
 * Looks at what somebody waits for, each once for all who do, and tells them.
 *
 * <p>One thread reads and tells; it sleeps while nobody waits. Request threads add listeners. What
 * they share is guarded by {@code lock}, which is never held while a listener is told anything or the database is read.
 *
 * @param <K> says what is watched: equal ones are looked at once
 * @param <M> what a look finds
 */
final class Watch<K, M extends Moment> implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    /** A look takes milliseconds; one that has not come back after this long hangs on the database. */
    private static final long STOP_MILLIS = 5_000;

    private final String name;
    private final Function<K, M> eye;
    private final long intervalNanos;

    private final Object lock = new Object();
    private final Map<K, List<WatchListener<? super M>>> listeners = new HashMap<>(); // guarded by lock
    private boolean closed; // guarded by lock; requests may come before the start, but not after the stop
    private @Nullable Thread thread; // guarded by lock; the one that looks, null while stopped

    private long lastRound; // of the watching thread only
    private boolean failing; // of the watching thread only

    /**
     * @param name of the thread
     * @param eye looks at one of what is watched; throws {@link SweepException} if that has been deleted
     * @param interval between two looks at it, at least
     */
    Watch(String name, Function<K, M> eye, Duration interval) {
        this.name = name;
        this.eye = eye;
        this.intervalNanos = interval.toNanos();
        this.lastRound = System.nanoTime() - intervalNanos;
    }

    /** Tells a listener at every look from now on, until it no longer waits. Closes it at once if the service stops. */
    void add(K key, WatchListener<? super M> listener) {
        synchronized (lock) {
            if (!closed) {
                boolean idle = listeners.isEmpty();
                listeners.computeIfAbsent(key, one -> new ArrayList<>()).add(listener);
                if (idle) {
                    lock.notifyAll();
                }
                return;
            }
        }
        listener.close();
    }

    /** Number of keys that somebody waits for, or did when it was last looked. */
    int watched() {
        synchronized (lock) {
            return listeners.size();
        }
    }

    private void run() {
        try {
            Map<K, List<WatchListener<? super M>>> round = nextRound();
            while (!round.isEmpty()) {
                round.forEach(this::look);
                round = nextRound();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does; to end is the right answer all the same
        }
    }

    /** Waits until there is somebody to tell and the last round is long enough ago; empty at the end. */
    private Map<K, List<WatchListener<? super M>>> nextRound() throws InterruptedException {
        synchronized (lock) {
            while (Thread.currentThread() == thread) {
                listeners.values().forEach(some -> some.removeIf(one -> !one.isWaiting()));
                listeners.values().removeIf(List::isEmpty);
                long pause = lastRound + intervalNanos - System.nanoTime();
                if (listeners.isEmpty()) {
                    lock.wait();
                } else if (pause > 0) {
                    TimeUnit.NANOSECONDS.timedWait(lock, pause);
                } else {
                    lastRound = System.nanoTime();
                    Map<K, List<WatchListener<? super M>>> round = new HashMap<>();
                    listeners.forEach((key, some) -> round.put(key, List.copyOf(some)));
                    return round;
                }
            }
            return Map.of();
        }
    }

    private void look(K key, List<WatchListener<? super M>> waiting) {
        try {
            M moment = eye.apply(key);
            waiting.forEach(listener -> listener.look(moment, System.nanoTime()));
            failing = false;
        } catch (SweepException e) {
            waiting.forEach(listener -> listener.gone(e));
        } catch (RuntimeException e) {
            if (!failing) { // once, not five times a second
                LOG.warn("{} could not look at {}; trying again", name, key, e);
            }
            failing = true;
            waiting.forEach(listener -> listener.look(null, System.nanoTime()));
        }
    }

    @Override
    public void start() {
        synchronized (lock) {
            closed = false;
            thread = new Thread(this::run, name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * Ends what is open, so that the web server does not wait for it. The thread is asked, not interrupted: an interrupt
     * while H2 reads would close its file.
     */
    @Override
    public void stop() {
        Thread ending;
        List<WatchListener<? super M>> open = new ArrayList<>();
        synchronized (lock) {
            ending = thread;
            thread = null;
            closed = true;
            listeners.values().forEach(open::addAll);
            listeners.clear();
            lock.notifyAll();
        }
        if (ending != null) {
            join(ending);
        }
        open.stream().filter(WatchListener::isWaiting).forEach(WatchListener::close);
    }

    private static void join(Thread thread) {
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        synchronized (lock) {
            return thread != null;
        }
    }

    /** Stopped after the engine, whose last blocks are still told, and before the web server waits for its requests. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }
}
