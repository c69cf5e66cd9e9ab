package parsweep.web.watch;

import org.jspecify.annotations.Nullable;
import parsweep.sweep.state.SweepException;
import parsweep.web.Moment;

/** Somebody who waits for news. {@link Watch} calls from its one thread, which serves all: nothing here may block. */
interface WatchListener<M extends Moment> {
    /** False for good when it has got what it wanted or its client has gone. Called from any thread, must not call back. */
    boolean isWaiting();

    /**
     * Told at every look, whether anything has changed or not.
     *
     * @param moment null if it could not be looked at this time
     * @param nanos now, by {@link System#nanoTime()}
     */
    void look(@Nullable M moment, long nanos);

    /** What was watched has been deleted. */
    void gone(SweepException notFound);

    /** The service stops; nothing else will be told. */
    void close();
}
