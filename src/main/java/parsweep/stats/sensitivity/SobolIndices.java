package parsweep.stats.sensitivity;

import java.util.Arrays;

/**
 * Sobol's indices of sensitivity from blocks of outputs {@code A, AB_1, ..., AB_d, [BA_1, ..., BA_d,] B}: of first order,
 * the share of the variance that a parameter explains alone; of second order, what two explain together and neither
 * alone; and in total, with everything that it takes part in. Not thread-safe.
 *
 * <p>The numerators are {@code mean(B (AB_j - A))} for the first order (Saltelli et al. 2010, their equation b of table
 * 2), {@code mean((A - AB_j)^2) / 2} in total (Jansen 1999, equation f) and {@code mean(BA_j AB_k - A B)} for the second
 * order together with both first ones (Saltelli 2002), of outputs less their mean over A and B; the denominator is their
 * variance over A and B.
 *
 * @see <a href="https://doi.org/10.1016/j.cpc.2009.09.018">Saltelli et al. (2010)</a>
 * @see <a href="https://doi.org/10.1016/S0010-4655(98)00154-4">Jansen (1999)</a>
 * @see <a href="https://doi.org/10.1016/S0010-4655(02)00280-1">Saltelli (2002)</a>
 */
public final class SobolIndices {
    // positions among the sums
    private static final int BLOCKS = 0;
    private static final int A = 1;
    private static final int B = 2;
    private static final int SQUARES = 3;
    private static final int A_TIMES_B = 4;
    private static final int FIRST = 5;

    private final int d;
    private final boolean secondOrder;
    private final BlockSums sums;
    private final double[] numbers;
    private double origin = Double.NaN;

    public SobolIndices(int dimensions, boolean secondOrder) {
        this.d = dimensions;
        this.secondOrder = secondOrder;
        this.numbers = new double[pair(dimensions, dimensions)];
        this.sums = new BlockSums(numbers.length);
    }

    private int mixed(int j) { // of AB_j
        return FIRST + 4 * j;
    }

    private int mixedBack(int j) { // of BA_j
        return FIRST + 4 * j + 1;
    }

    private int first(int j) {
        return FIRST + 4 * j + 2;
    }

    private int total(int j) {
        return FIRST + 4 * j + 3;
    }

    /** The products of two mixed outputs, for {@code j < k}; with {@code (d, d)} the number of all sums. */
    private int pair(int j, int k) {
        int before = j * (2 * d - j - 1) / 2; // pairs that begin with a smaller one
        return FIRST + 4 * d + (secondOrder ? (j == d ? before : before + k - j - 1) : 0);
    }

    /**
     * The indices of all parameters.
     *
     * @param second {@code [j][k]} for {@code j < k}; without rows if the design does not give them
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Indices(Estimate[] first, Estimate[] total, Estimate[][] second) {}

    /**
     * Adds a block.
     *
     * @param outputs in the order of the design; only read
     */
    public void add(double[] outputs) {
        if (Double.isNaN(origin)) {
            origin = outputs[0];
        }
        double a = outputs[0] - origin;
        double b = outputs[outputs.length - 1] - origin;
        Arrays.fill(numbers, 0);
        numbers[BLOCKS] = 1;
        numbers[A] = a;
        numbers[B] = b;
        numbers[SQUARES] = a * a + b * b;
        numbers[A_TIMES_B] = a * b;
        for (int j = 0; j < d; j++) {
            double ab = outputs[1 + j] - origin;
            numbers[mixed(j)] = ab;
            numbers[first(j)] = b * (ab - a);
            numbers[total(j)] = (a - ab) * (a - ab);
            if (secondOrder) {
                double ba = outputs[1 + d + j] - origin;
                numbers[mixedBack(j)] = ba;
                for (int k = j + 1; k < d; k++) {
                    numbers[pair(j, k)] = ba * (outputs[1 + k] - origin);
                }
            }
        }
        sums.add(numbers);
    }

    /** Number of blocks. */
    public long count() {
        return sums.blocks();
    }

    /**
     * The indices; NaN if the output does not vary.
     *
     * @param resamples of the bootstrap over blocks; 0 for no intervals
     */
    public Indices indices(int resamples) {
        Estimate[] estimates = sums.estimate(this::indices, resamples);
        Estimate[][] second = new Estimate[secondOrder ? d : 0][d];
        int next = 2 * d;
        for (int j = 0; j < second.length; j++) {
            Arrays.fill(second[j], Estimate.without(Double.NaN));
            for (int k = j + 1; k < d; k++) {
                second[j][k] = estimates[next++];
            }
        }
        return new Indices(Arrays.copyOf(estimates, d), Arrays.copyOfRange(estimates, d, 2 * d), second);
    }

    private double[] indices(double[] of) {
        double n = of[BLOCKS];
        double mean = (of[A] + of[B]) / (2 * n);
        double variance = of[SQUARES] / (2 * n) - mean * mean;
        double scale = variance > 0 ? 1 / variance : Double.NaN;
        double[] indices = new double[2 * d + (secondOrder ? d * (d - 1) / 2 : 0)];
        for (int j = 0; j < d; j++) {
            indices[j] = (of[first(j)] - mean * (of[mixed(j)] - of[A])) / n * scale;
            indices[d + j] = of[total(j)] / (2 * n) * scale;
        }
        int next = 2 * d;
        for (int j = 0; secondOrder && j < d; j++) {
            for (int k = j + 1; k < d; k++) {
                double both = of[pair(j, k)]
                        - of[A_TIMES_B] // less their mean, the products are
                        - mean * (of[mixedBack(j)] + of[mixed(k)] - of[A] - of[B]);
                indices[next++] = both / n * scale - indices[j] - indices[k];
            }
        }
        return indices;
    }
}
