package parsweep.model;

/**
 * A session that can compute many points at once, as columns of numbers. Worth it where a point takes less time than what
 * belongs to each otherwise, some 100 ns. It is used for models whose parameters are no texts and whose outputs are single
 * reals, and only while nothing is asked for that needs points one by one, such as a time limit.
 */
public interface ColumnSession extends Session {
    /**
     * Computes points, bit for bit as {@link #run} does. If it throws, all of them are run one by one, so that it need not
     * say which was at fault.
     *
     * @param parameters values by slot and point; booleans are 0 and 1; only read
     * @param count number of points
     * @param outputs to be written, by slot and point
     * @throws ModelException if some point cannot be computed
     * @throws InterruptedException if the thread was interrupted
     */
    void run(double[][] parameters, int count, double[][] outputs) throws ModelException, InterruptedException;
}
