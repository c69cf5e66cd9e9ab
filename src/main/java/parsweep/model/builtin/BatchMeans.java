package parsweep.model.builtin;

/**
 * Mean and standard error of values that depend on those shortly before them: the error is that of the means of
 * {@value #BATCHES} successive batches, which are nearly independent if a batch is much longer than the memory.
 *
 * @see <a href="https://doi.org/10.1287/opre.32.6.1221">Law and Kelton (1984), methods of this kind compared</a>
 */
final class BatchMeans {
    static final int BATCHES = 32;

    private final long batchSize;
    private final Moments batches = new Moments();
    private double sum;
    private double batchSum;
    private long count;
    private long inBatch;

    /** @param expected how many values will come, at least {@link #BATCHES}; those past the last batch only count for the mean */
    BatchMeans(long expected) {
        batchSize = expected / BATCHES;
    }

    void add(double value) {
        sum += value;
        count++;
        batchSum += value;
        if (++inBatch == batchSize) {
            batches.add(batchSum / batchSize);
            batchSum = 0;
            inBatch = 0;
        }
    }

    double mean() {
        return sum / count;
    }

    double standardError() {
        return batches.standardError();
    }
}
