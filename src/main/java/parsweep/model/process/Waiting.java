package parsweep.model.process;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.spi.AbstractInterruptibleChannel;

/**
 * Waits for a process in such a way that an interrupt of the waiting thread ends the process, and so the wait: reading
 * from a pipe cannot be interrupted itself. It is {@code begin} and {@code end} of an interruptible channel whose
 * closing is the kill; the kill is made by the thread that interrupts.
 */
final class Waiting extends AbstractInterruptibleChannel {
    private final Runnable kill;

    /** Something that blocks until the process does something. */
    interface Blocking {
        int run() throws IOException, InterruptedException;
    }

    Waiting(Runnable kill) {
        this.kill = kill;
    }

    /**
     * Runs something that blocks.
     *
     * @throws InterruptedException if the thread is interrupted, before or meanwhile; the process has been killed
     */
    int during(Blocking blocking) throws IOException, InterruptedException {
        try {
            return interruptibly(blocking);
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        }
    }

    private int interruptibly(Blocking blocking) throws IOException, InterruptedException {
        boolean isComplete = false;
        try {
            begin();
            int result = blocking.run();
            isComplete = true;
            return result;
        } finally {
            end(isComplete);
        }
    }

    private static InterruptedException interrupted(ClosedByInterruptException cause) {
        InterruptedException interrupted = new InterruptedException("stopped; its process was killed");
        interrupted.initCause(cause);
        return interrupted;
    }

    @Override
    protected void implCloseChannel() {
        kill.run();
    }
}
