package parsweep.web.watch;

import org.jspecify.annotations.Nullable;
import parsweep.sweep.SweepException;
import parsweep.web.Snapshot;

/**
 * Somebody who waits for news of a sweep. {@link SweepWatch} calls from its one thread, which serves all: nothing here may
 * block.
 */
interface SweepListener {
    /** False for good when it has got what it wanted or its client has gone. Called from any thread, must not call back. */
    boolean isWaiting();

    /**
     * Told at every look, whether anything has changed or not.
     *
     * @param snapshot null if the sweep could not be read this time
     * @param nanos now, by {@link System#nanoTime()}
     */
    void look(@Nullable Snapshot snapshot, long nanos);

    /** The sweep has been deleted. */
    void gone(SweepException notFound);

    /** The service stops; nothing else will be told. */
    void close();
}
