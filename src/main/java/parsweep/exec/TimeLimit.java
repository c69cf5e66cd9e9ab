package parsweep.exec;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does what may never end, for a limited time, on a thread of its own. One at a time: a second one waits for the first.
 * What is out of time is interrupted; if it goes on nevertheless, it keeps its place until it ends.
 */
public final class TimeLimit {
    private final String thread;
    private final Duration limit;
    private final Semaphore place = new Semaphore(1, true);

    /**
     * @param thread its name
     * @param limit for the wait for the place, and again for the work
     */
    public TimeLimit(String thread, Duration limit) {
        this.thread = thread;
        this.limit = limit;
    }

    /** There was no place in time: others are at work. */
    public static final class Busy extends Exception {
        private static final long serialVersionUID = 1L;

        private Busy(Duration waited) {
            super("others were at work for %d s".formatted(waited.toSeconds()));
        }
    }

    /**
     * Does some work.
     *
     * @throws Busy if the place was not free in time
     * @throws TimeoutException if the work took too long
     * @throws InterruptedException if the calling thread is interrupted; so is the work
     * @throws RuntimeException what the work throws
     * @throws Error what the work throws
     */
    public void run(Runnable work) throws Busy, TimeoutException, InterruptedException {
        if (!place.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new Busy(limit);
        }
        FutureTask<Void> task = new FutureTask<>(work, null);
        Thread worker = new Thread(() -> runAndLeave(task), thread);
        worker.setDaemon(true); // work that never ends must not keep the process alive
        worker.start();
        try {
            task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException fault ? fault : new IllegalStateException(cause);
        } finally {
            task.cancel(true); // does nothing if it has ended
        }
    }

    private void runAndLeave(FutureTask<Void> task) {
        try {
            task.run();
        } finally {
            place.release();
        }
    }
}
