package parsweep.stats.sensitivity;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import parsweep.stats.Categories;
import parsweep.stats.DistinctValues;
import parsweep.stats.Moments;
import parsweep.stats.Partition;

/**
 * What any points tell about how an output depends on parameters: rank correlations, partial ones, and first-order
 * indices by bins. None of them sees interactions.
 */
public final class RankStatistics {
    /** The 0.975 quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    private static final int MAX_BINS = 50;

    private static final int MIN_PER_BIN = 5;

    private final double[][] ranks; // of each parameter
    private final double[] outputs;
    private final double[] outputRanks;

    /**
     * @param parameters the values of each parameter, in any order; as many as outputs
     */
    public RankStatistics(List<double[]> parameters, double[] outputs) {
        this.ranks = parameters.stream().map(RankStatistics::ranks).toArray(double[][]::new);
        this.outputs = outputs.clone();
        this.outputRanks = ranks(outputs);
    }

    /** Ranks from 1; equal values share the mean of theirs. */
    static double[] ranks(double[] values) {
        double[] sorted =
                Arrays.stream(values).map(value -> value + 0.0).sorted().toArray();
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = bound(sorted, values[i], false);
            int to = bound(sorted, values[i], true);
            ranks[i] = (from + 1 + to) / 2.0;
        }
        return ranks;
    }

    /** How many values are less than a value, or, inclusively, not greater. */
    private static int bound(double[] sorted, double value, boolean inclusive) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (inclusive ? sorted[middle] <= value : sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The correlation of the ranks of a parameter and the output; NaN if one of them does not vary. The interval is that
     * of independent points.
     *
     * @see <a href="https://doi.org/10.2307/1412159">Spearman (1904)</a>
     * @see <a href="https://doi.org/10.1007/BF02294183">Bonett and Wright (2000), on the interval</a>
     */
    public Estimate spearman(int parameter) {
        double r = correlation(ranks[parameter], outputRanks);
        return interval(r, (1 + r * r / 2) / (outputs.length - 3));
    }

    /**
     * The correlation of the ranks of each parameter and the output, once what is linear in the ranks of the other
     * parameters has been taken off both; NaN if a parameter is a combination of others, or does not vary.
     *
     * @param among the parameters to take into account
     * @see <a href="https://doi.org/10.1080/00401706.1979.10489755">Iman and Conover (1979)</a>
     * @see <a href="https://doi.org/10.1016/j.jtbi.2008.04.011">Marino et al. (2008)</a>
     */
    public Estimate[] partial(int... among) {
        int d = among.length;
        double[][] all = new double[d + 1][];
        Arrays.setAll(all, i -> i < d ? ranks[among[i]] : outputRanks);
        double[][] correlations = new double[d + 1][d + 1];
        for (int i = 0; i <= d; i++) {
            for (int j = 0; j < i; j++) {
                correlations[i][j] = correlation(all[i], all[j]);
                correlations[j][i] = correlations[i][j];
            }
            correlations[i][i] = 1;
        }
        Estimate[] partial = new Estimate[d];
        Arrays.fill(partial, Estimate.without(Double.NaN));
        boolean known =
                Arrays.stream(correlations).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
        LUDecomposition decomposition = new LUDecomposition(MatrixUtils.createRealMatrix(correlations), 1e-10);
        if (known && decomposition.getSolver().isNonSingular()) {
            RealMatrix inverse = decomposition.getSolver().getInverse();
            for (int i = 0; i < d; i++) {
                double r = -inverse.getEntry(i, d) / Math.sqrt(inverse.getEntry(i, i) * inverse.getEntry(d, d));
                partial[i] = interval(r, 1.0 / (outputs.length - 3 - (d - 1)));
            }
        }
        return partial;
    }

    /** The interval by Fisher's transformation, in which the error of a correlation is normal. */
    private static Estimate interval(double r, double variance) {
        double margin = Z * Math.sqrt(variance);
        if (!(Math.abs(r) < 1) || !(variance > 0)) {
            return Estimate.without(Math.max(-1, Math.min(r, 1)));
        }
        double z = 0.5 * Math.log((1 + r) / (1 - r));
        return new Estimate(r, Math.tanh(z - margin), Math.tanh(z + margin));
    }

    private static double correlation(double[] a, double[] b) {
        double mean = (a.length + 1) / 2.0; // of ranks, with ties or without
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - mean) * (b[i] - mean);
            aa += (a[i] - mean) * (a[i] - mean);
            bb += (b[i] - mean) * (b[i] - mean);
        }
        return ab / Math.sqrt(aa * bb);
    }

    /**
     * The share of the output's variance that is between bins of a parameter, each of one value if it has few values,
     * else of equally many points, less what chance alone would give: the correlation ratio, epsilon squared. An estimate of
     * Sobol's index of first order if parameters are independent; may be slightly negative.
     *
     * @return NaN if the output does not vary, or there are too few points for two bins
     * @see <a href="https://doi.org/10.1073/pnas.21.9.554">Kelley (1935)</a>
     */
    public double firstOrder(int parameter) {
        int n = outputs.length;
        int most = Math.min(MAX_BINS, n / MIN_PER_BIN);
        if (most < 2) {
            return Double.NaN;
        }
        DistinctValues distinct = new DistinctValues(most);
        Arrays.stream(ranks[parameter]).forEach(distinct::add);
        Partition few = distinct.areTooMany() ? new Categories() : distinct.partition();
        Moments[] bins = new Moments[most];
        Arrays.setAll(bins, bin -> new Moments());
        for (int i = 0; i < n; i++) {
            double rank = ranks[parameter][i];
            int bin = distinct.areTooMany() ? (int) ((rank - 0.5) / n * most) : few.indexOf(rank);
            bins[bin].add(outputs[i]);
        }
        Moments all = new Moments();
        double within = 0;
        int used = 0;
        for (Moments bin : bins) {
            all.merge(bin);
            within += bin.squaredDeviations();
            used += bin.count() > 0 ? 1 : 0;
        }
        double total = all.squaredDeviations();
        return total > 0 && n > used ? 1 - within / total * (n - 1) / (n - used) : Double.NaN;
    }
}
