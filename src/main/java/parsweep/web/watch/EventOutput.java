package parsweep.web.watch;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import parsweep.web.Capacity;

/**
 * The way to a client, which is sent messages as fast as it takes them: of what it has not taken, only the newest is
 * kept.
 *
 * <p>Writes without blocking, by the container's write listener, and has no thread. Spring's emitter would hold one for
 * as long as a client does not read, up to the connection timeout, and a few such clients would hold up all others. The
 * container drops a client that takes nothing for that time, and one that has gone at the next heartbeat or the one
 * after.
 *
 * <p>Some thread offers messages, the container's say when there is room. They take turns by the lock of this object, for
 * as long as a write that does not block takes. The container, too, has to wait for it before it closes a connection:
 * Tomcat gives what belonged to it to another request as soon as the listeners return, and somebody who is still leaving
 * a failed write would mark that one as failed.
 */
final class EventOutput implements WriteListener, AsyncListener {
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Capacity.Lease lease;

    private byte @Nullable [] next;
    private boolean unflushed;
    private boolean ended; // nothing is offered any more
    private boolean open = true; // there is a client, and it has not got all

    /**
     * @param context has been started; has no timeout
     * @param lease given back when the client has gone or got all
     */
    EventOutput(AsyncContext context, ServletOutputStream out, Capacity.Lease lease) {
        this.context = context;
        this.out = out;
        this.lease = lease;
    }

    /** False for good when the client has gone or {@link #end} has been called. */
    synchronized boolean isOpen() {
        return open && !ended;
    }

    /** Sends this, in the place of what has not been sent yet. */
    synchronized void offer(byte[] message) {
        next = message;
        write();
    }

    /** Sends this, unless something else waits to be sent. */
    synchronized void offerIfIdle(byte[] message) {
        if (next == null) {
            next = message;
        }
        write();
    }

    /** Closes the connection after what has been offered. */
    synchronized void end() {
        ended = true;
        write();
    }

    @Override
    public synchronized void onWritePossible() {
        write();
    }

    private void write() {
        try {
            while (open && (unflushed || next != null || ended) && out.isReady()) {
                writeOnce();
            } // not ready: the container will call when there is room
        } catch (IOException | IllegalStateException e) {
            release(); // the client has gone; the container has noticed, too, and completes
        }
    }

    private void writeOnce() throws IOException {
        if (unflushed) {
            unflushed = false;
            out.flush();
        } else if (next != null) {
            byte[] message = next;
            next = null;
            unflushed = true;
            out.write(message);
        } else {
            complete();
        }
    }

    private void complete() {
        release();
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // the container has done so, since the client has gone
        }
    }

    private void release() {
        open = false;
        lease.close();
    }

    /** Of the write listener; the container tells the async listener as well, which completes. */
    @Override
    public synchronized void onError(Throwable failure) {
        release();
    }

    @Override
    public synchronized void onError(AsyncEvent event) {
        complete();
    }

    @Override
    public synchronized void onTimeout(AsyncEvent event) {
        complete();
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        release();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
