package parsweep.stats.sensitivity;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Sums of some numbers over blocks, kept for runs of consecutive blocks: as many runs as memory allows, each of one block
 * as long as there are few, then of two, of four, and so on. Not thread-safe.
 */
final class BlockSums {
    /** Numbers that are kept: 8 MB. */
    private static final int MAX_NUMBERS = 1 << 20;

    /** A bootstrap that draws from more runs finds the same interval. */
    private static final int MAX_RUNS = 2048;

    private static final int MIN_RUNS = 16;

    private final int width;
    private final double[][] runs;
    private int count;
    private long blocksPerRun = 1;
    private long blocksInLast;

    /**
     * @param width how many numbers a block has
     */
    BlockSums(int width) {
        this.width = width;
        this.runs = new double[Math.max(MIN_RUNS, Math.min(MAX_RUNS, MAX_NUMBERS / width)) & ~1][];
    }

    /** The number of blocks so far. */
    long blocks() {
        return count == 0 ? 0 : (count - 1) * blocksPerRun + blocksInLast;
    }

    /** Adds a block; the array is copied. */
    void add(double[] numbers) {
        if (count > 0 && blocksInLast < blocksPerRun) {
            addTo(runs[count - 1], numbers);
            blocksInLast++;
            return;
        }
        if (count == runs.length) {
            for (int i = 0; i < count / 2; i++) {
                addTo(runs[2 * i], runs[2 * i + 1]);
                runs[i] = runs[2 * i];
            }
            Arrays.fill(runs, count / 2, count, null);
            count /= 2;
            blocksPerRun *= 2;
        }
        runs[count++] = numbers.clone();
        blocksInLast = 1;
    }

    private static void addTo(double[] sums, double[] numbers) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += numbers[i];
        }
    }

    /** The sums over all blocks. */
    double[] total() {
        double[] total = new double[width];
        for (int run = 0; run < count; run++) {
            addTo(total, runs[run]);
        }
        return total;
    }

    /**
     * Estimates that are functions of the sums, with percentile intervals by the bootstrap over runs of blocks.
     *
     * @param estimator makes of sums a fixed number of estimates
     * @param resamples how often to draw; 0 for no intervals
     * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron (1979)</a>
     */
    Estimate[] estimate(UnaryOperator<double[]> estimator, int resamples) {
        double[] values = estimator.apply(total());
        Estimate[] estimates = Arrays.stream(values).mapToObj(Estimate::without).toArray(Estimate[]::new);
        if (resamples == 0 || count < 2) {
            return estimates;
        }
        double[][] drawn = new double[values.length][resamples];
        SplittableRandom random = new SplittableRandom(1); // the same question has the same answer
        double[] sums = new double[width];
        for (int resample = 0; resample < resamples; resample++) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < count; i++) {
                addTo(sums, runs[random.nextInt(count)]);
            }
            double[] resampled = estimator.apply(sums);
            for (int i = 0; i < resampled.length; i++) {
                drawn[i][resample] = resampled[i];
            }
        }
        for (int i = 0; i < values.length; i++) {
            estimates[i] = interval(values[i], drawn[i]);
        }
        return estimates;
    }

    private static Estimate interval(double value, double[] drawn) {
        Arrays.sort(drawn);
        if (Double.isNaN(value) || Double.isNaN(drawn[drawn.length - 1])) { // sorting puts NaN last
            return Estimate.without(value);
        }
        double tail = (1 - Estimate.CONFIDENCE) / 2;
        return new Estimate(value, at(drawn, tail), at(drawn, 1 - tail));
    }

    private static double at(double[] sorted, double probability) {
        return sorted[(int) Math.round(probability * (sorted.length - 1))];
    }
}
