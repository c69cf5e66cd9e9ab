package parsweep.model;

/** What one worker keeps of a model: buffers, a warm process, an instance. Used by one thread at a time. */
public interface Session extends AutoCloseable {
    /**
     * Computes one point and sets every output, each once.
     *
     * @param point the values of the parameters and the point's random stream; valid during the call only
     * @param outputs where results go; valid during the call only
     * @throws ModelException if this point cannot be computed; it becomes a failed row and the sweep goes on
     * @throws InterruptedException if {@link Point#checkCancelled()} said so
     */
    void run(Point point, Outputs outputs) throws ModelException, InterruptedException;

    @Override
    default void close() {}
}
