package parsweep.model;

import org.jspecify.annotations.Nullable;

/** What one worker keeps of a model: buffers, a warm process, an instance. Used by one thread at a time. */
public interface Session extends AutoCloseable {
    /**
     * Computes one point and sets every output, each once.
     *
     * @param point the values of the parameters and the point's random stream; valid during the call only
     * @param outputs where results go; valid during the call only
     * @throws ModelException if this point cannot be computed; it becomes a failed row and the sweep goes on
     * @throws KilledException if what computes points has died or was ended; the session is closed and replaced
     * @throws InterruptedException if {@link Point#checkCancelled()} said so
     */
    void run(Point point, Outputs outputs) throws ModelException, InterruptedException;

    /**
     * Tells which points are likely to come after the one that {@link #run} is called for next; a session that sends
     * points ahead takes from it, during {@code run}, as many as it likes. Called whenever the order changes. A session
     * must not rely on it: {@code run} is always right.
     */
    default void foresee(Upcoming upcoming) {}

    /**
     * A block of points is over; none of them is at work, and nobody knows when the next will be. Called by the thread that
     * calls {@link #run}.
     */
    default void rest() {}

    /**
     * Looks after what {@link #run} cannot see while it waits, such as the size of files that a process writes. Called by
     * another thread, some twenty times a second, while {@code run} is at work.
     */
    default void watch() {}

    /**
     * What it is doing between the beginning and the end of a block of points, if other processes compute them; null if
     * it does so itself. Called by other threads, at any time.
     */
    default @Nullable ProgramPhase phase() {
        return null;
    }

    @Override
    default void close() {}
}
