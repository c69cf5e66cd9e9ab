package parsweep.exec;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that models run on, one per worker. It takes a block from its worker, computes it, and waits for the next;
 * it ends when it is closed or, if it was given up, as soon as the model lets go of it.
 */
final class SessionThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionThread.class);

    private final SynchronousQueue<BlockRun> handOff = new SynchronousQueue<>();
    private final AtomicInteger stuck;
    private final Thread thread;
    private volatile boolean closed;
    private boolean givenUp; // guarded by this
    private boolean ended; // guarded by this

    /**
     * @param stuck counts the threads that were given up and have not ended
     */
    SessionThread(String name, AtomicInteger stuck) {
        this.stuck = stuck;
        thread = new Thread(this::loop, name);
        thread.setDaemon(true); // a model that never returns must not keep the process alive
        thread.start();
    }

    Thread thread() {
        return thread;
    }

    void start(BlockRun run) throws InterruptedException {
        handOff.put(run);
    }

    /** Lets the thread end when its model returns. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    /** Closes a thread whose model does not return; it counts as stuck until it does. */
    synchronized void giveUp() {
        if (!ended) {
            givenUp = true;
            stuck.incrementAndGet();
        }
        close();
    }

    private synchronized void end() {
        ended = true;
        if (givenUp) {
            stuck.decrementAndGet();
        }
    }

    private void loop() {
        try (Sessions sessions = new Sessions()) {
            while (!closed) {
                BlockRun run = handOff.take();
                run.compute(sessions);
            }
        } catch (InterruptedException e) {
            if (!closed) {
                LOG.error("session thread interrupted while it was idle", e);
            }
        } finally {
            end();
        }
    }
}
