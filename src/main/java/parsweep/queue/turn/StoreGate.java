package parsweep.queue.turn;

import java.util.concurrent.Semaphore;

/**
 * Lets threads that run shards to the database, a few at a time. They may be hundreds on a few connections: those who wait
 * for one wait here, in the order in which they came, and not until they time out; and there is always one for what may
 * not wait, the heartbeat above all. Who settles a shard waits for the lock of its sweep, with all who do so on other
 * machines: one of them is enough here.
 *
 * <p>Thread-safe.
 */
public final class StoreGate {
    private final Semaphore blocks;
    private final Semaphore settling = new Semaphore(1, true);

    /**
     * @param connections that the process may have; half of them are for shards
     */
    public StoreGate(int connections) {
        blocks = new Semaphore(Math.max(1, connections / 2 - 1), true);
    }

    /** What is done at the database. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Reads or writes what nobody else locks for long. */
    <T, E extends Exception> T pass(Work<T, E> work) throws E {
        return pass(blocks, work);
    }

    /** Changes a sweep. */
    void settle(Runnable work) {
        pass(settling, () -> {
            work.run();
            return true;
        });
    }

    private static <T, E extends Exception> T pass(Semaphore gate, Work<T, E> work) throws E {
        gate.acquireUninterruptibly(); // those before us take as long as the database does, seconds if it is away
        try {
            return work.run();
        } finally {
            gate.release();
        }
    }
}
