package parsweep.sweep.state;

/**
 * What a thread of the queue did in one turn at a shard. All times are in seconds.
 *
 * @param worker which thread of which process
 * @param blocks that were stored
 * @param pointSeconds time in the model, summed over the points
 * @param computeSeconds time in which blocks were computed: {@code pointSeconds}, what is done between points, and the
 *     encoding of the blocks
 * @param commitSeconds time in which blocks were stored
 * @param seconds the whole turn; what is not in the two before was spent on book-keeping
 * @param waitSeconds how long the worker had nothing to do before, since the sweep was ready or its last turn ended
 */
public record WorkerTurn(
        String worker,
        int blocks,
        double pointSeconds,
        double computeSeconds,
        double commitSeconds,
        double seconds,
        double waitSeconds) {}
