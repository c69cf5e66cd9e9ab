package parsweep.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A limit to what is served at a time. Thread-safe; nobody waits longer than he said. */
public final class Capacity {
    private final String what;
    private final String property;
    private final int limit;
    private final Semaphore free; // fair: who came first is served first

    /**
     * @param what is limited, in the plural
     * @param property that sets the limit
     */
    public Capacity(String what, String property, int limit) {
        this.what = what;
        this.property = property;
        this.limit = limit;
        this.free = new Semaphore(limit, true);
    }

    /**
     * Takes one place.
     *
     * @throws Exhausted if all are taken
     */
    public Lease acquire() {
        return lease(free.tryAcquire());
    }

    /**
     * Takes one place, as soon as there is one.
     *
     * @param patience how long to wait for it at most
     * @throws Exhausted if all stay taken
     */
    public Lease acquire(Duration patience) throws InterruptedException {
        return lease(free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    private Lease lease(boolean acquired) {
        if (!acquired) {
            throw new Exhausted(
                    "%d %s at a time is what this service was given (expected: fewer; %s=%d would allow more)"
                            .formatted(limit, what, property, 2 * limit));
        }
        return new Lease(free);
    }

    /** A place that is taken until this is closed; closing it again does nothing. */
    public static final class Lease implements AutoCloseable {
        private final Semaphore free;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Lease(Semaphore free) {
            this.free = free;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                free.release();
            }
        }
    }

    /** Becomes a problem with status 503: nothing is wrong with the request, and later it may be served. */
    public static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Exhausted(String message) {
            super(message);
        }
    }
}
