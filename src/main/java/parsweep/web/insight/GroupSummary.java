package parsweep.web.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parsweep.stats.Bins;
import parsweep.stats.MeanInterval;
import parsweep.stats.Moments;
import parsweep.stats.QuantileSketch;
import parsweep.web.question.FiniteNumbers;
import parsweep.web.scan.Row;
import parsweep.web.scan.Variable;

/**
 * The statistics of one group, made in two scans: the first finds moments and range, the second, which then knows how
 * many values there are and where, quantiles and histogram.
 */
final class GroupSummary {
    static final double CONFIDENCE = 0.95;

    /** Values kept for the quantiles of all groups together: 16 MB. */
    static final int MAX_VALUES = 1 << 21;

    private static final int MIN_VALUES = 200;

    private static final double[] PROBABILITIES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private final List<OfOutput> outputs = new ArrayList<>();
    private long failed;

    private static final class OfOutput {
        private final Variable variable;
        private final Moments moments = new Moments();
        private long nonFinite;
        private @Nullable QuantileSketch sketch;
        private @Nullable Bins bins;
        private long[] counts = new long[0];

        OfOutput(Variable variable) {
            this.variable = variable;
        }

        void add(double value) {
            if (Double.isFinite(value)) {
                moments.add(value);
            } else {
                nonFinite++;
            }
        }

        void addAgain(double value) {
            int bin = bins == null ? -1 : bins.indexOf(value);
            if (sketch != null && bin >= 0) { // else not finite, or newer than the first scan
                sketch.add(value);
                counts[bin]++;
            }
        }
    }

    GroupSummary(List<Variable> variables) {
        variables.forEach(variable -> outputs.add(new OfOutput(variable)));
    }

    void add(Row row) {
        for (OfOutput output : outputs) {
            output.variable.each(row, output::add);
        }
    }

    void addFailed() {
        failed++;
    }

    /**
     * Ends the first scan.
     *
     * @param budget number of values that may be kept of each output
     */
    void prepare(long budget, int bins) {
        for (OfOutput output : outputs) {
            Moments moments = output.moments;
            if (moments.count() > 0) {
                output.sketch = QuantileSketch.of(moments.count(), (int) Math.max(MIN_VALUES, budget));
                output.bins = new Bins(moments.min(), moments.max(), bins);
                output.counts = new long[bins];
            }
        }
    }

    /** Adds a row in the second scan. */
    void addAgain(Row row) {
        for (OfOutput output : outputs) {
            output.variable.each(row, output::addAgain);
        }
    }

    List<Summary.OutputSummary> outputs() {
        return outputs.stream().map(this::summary).toList();
    }

    private Summary.OutputSummary summary(OfOutput output) {
        Moments moments = output.moments;
        MeanInterval interval = MeanInterval.of(moments, CONFIDENCE);
        return new Summary.OutputSummary(
                output.variable.name(),
                output.variable.unit(),
                moments.count(),
                failed,
                output.nonFinite,
                FiniteNumbers.orNull(moments.mean()),
                FiniteNumbers.orNull(moments.standardDeviation()),
                FiniteNumbers.orNull(moments.standardError()),
                Double.isFinite(interval.high() - interval.low()) ? List.of(interval.low(), interval.high()) : null,
                FiniteNumbers.orNull(moments.min()),
                FiniteNumbers.orNull(moments.max()),
                output.sketch == null ? null : quantiles(output.sketch),
                output.sketch == null ? 0 : output.sketch.rankError(),
                output.bins == null ? null : new Summary.Histogram(output.bins.edges(), output.counts));
    }

    private static Map<String, Double> quantiles(QuantileSketch sketch) {
        double[] quantiles = sketch.quantiles(PROBABILITIES);
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < quantiles.length; i++) {
            named.put(Double.toString(PROBABILITIES[i]), quantiles[i]);
        }
        return named;
    }
}
