package parsweep.web.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parsweep.plot.LinePlot;
import parsweep.plot.Quantity;
import parsweep.plot.Series;
import parsweep.stats.MeanInterval;
import parsweep.sweep.SweepResults;
import parsweep.web.BadRequest;
import parsweep.web.insight.ArrayQuery;
import parsweep.web.insight.LabelledArray;
import parsweep.web.insight.LabelledArray.Dimension;
import parsweep.web.insight.Reduce;
import parsweep.web.question.Requests;

/**
 * The curves of an output over a parameter.
 *
 * @param dims what is across, last; before it what tells curves apart, if anything does
 */
record CurveQuery(
        List<String> dims,
        @Nullable String output,
        @Nullable String element,
        @Nullable String where,
        int bins,
        Band band,
        AxisScale xScale,
        AxisScale yScale) {
    private static final double CONFIDENCE = 0.95;

    /** What is drawn around the mean. */
    enum Band {
        CI,
        STD,
        RANGE,
        NONE
    }

    /** How numbers are laid out along an axis. */
    enum AxisScale {
        AUTO,
        LINEAR,
        LOG;

        /**
         * Whether an axis is logarithmic.
         *
         * @throws BadRequest if it is to be, and some numbers are not positive
         */
        boolean isLogarithmic(String field, double[] values) {
            return isLogarithmic(field, values, Arrays.stream(values).noneMatch(value -> value <= 0));
        }

        /**
         * The same, of more numbers than are looked at.
         *
         * @param some of the numbers
         * @param arePositive whether all of them are
         */
        boolean isLogarithmic(String field, double[] some, boolean arePositive) {
            if (this == LOG && !arePositive) {
                throw BadRequest.parameter(field, "log", "linear, since some numbers are not positive");
            }
            return this == LOG || (this == AUTO && arePositive && LinePlot.isLogarithmic(some));
        }
    }

    CurveQuery {
        if (dims.size() == 2 && dims.get(0).equals(dims.get(1))) {
            throw BadRequest.parameter("group", dims.get(0), "another parameter than x");
        }
    }

    /**
     * Puts the question to a sweep.
     *
     * @throws BadRequest if a name is unknown, x is no number, or there are too many curves
     */
    LinePlot of(SweepResults results) {
        LabelledArray means = ask(results, Reduce.MEAN);
        Plots.requirePoints(means);
        Dimension across = means.dims().get(means.dims().size() - 1);
        if (!ArrayAxes.isNumeric(across)) {
            throw BadRequest.parameter("x", across.name(), "a parameter that is a number");
        }
        double[] x = ArrayAxes.numbers(across);
        List<String> names =
                dims.size() == 1 ? List.of("") : ArrayAxes.names(means.dims().get(0));
        if (names.size() > LinePlot.MAX_SERIES) {
            throw Requests.tooMuch(
                    "%d curves (expected: at most %d; fewer by where)".formatted(names.size(), LinePlot.MAX_SERIES));
        }
        double[][] ends = ends(results, means);
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int from = i * x.length;
            series.add(new Series(
                    names.get(i),
                    x,
                    Arrays.copyOfRange(means.data(), from, from + x.length),
                    Arrays.copyOfRange(ends[0], from, from + x.length),
                    Arrays.copyOfRange(ends[1], from, from + x.length)));
        }
        return new LinePlot(
                ArrayAxes.quantity(across),
                ArrayAxes.quantity(means),
                dims.size() == 1
                        ? new Quantity("", "")
                        : ArrayAxes.quantity(means.dims().get(0)),
                series,
                new LinePlot.Axes(xScale.isLogarithmic("xScale", x), yScale.isLogarithmic("yScale", means.data())));
    }

    private LabelledArray ask(SweepResults results, Reduce reduce) {
        return new ArrayQuery(dims, output, reduce, element, where, bins).of(results);
    }

    /** The lower and the upper end of the band at every cell; NaN where there is none. */
    private double[][] ends(SweepResults results, LabelledArray means) {
        int cells = means.data().length;
        double[] low = new double[cells];
        double[] high = new double[cells];
        Arrays.fill(low, Double.NaN);
        Arrays.fill(high, Double.NaN);
        if (band == Band.RANGE) {
            return new double[][] {
                ask(results, Reduce.MIN).data(), ask(results, Reduce.MAX).data()
            };
        }
        if (band == Band.NONE || Arrays.stream(means.counts()).allMatch(count -> count < 2)) {
            return new double[][] {low, high};
        }
        double[] deviations = ask(results, Reduce.STD).data();
        for (int i = 0; i < cells; i++) {
            double mean = means.data()[i];
            long count = means.counts()[i];
            MeanInterval interval = band == Band.STD
                    ? new MeanInterval(mean - deviations[i], mean + deviations[i])
                    : MeanInterval.of(count, mean, deviations[i] / Math.sqrt((double) count), CONFIDENCE);
            low[i] = interval.low();
            high[i] = interval.high();
        }
        return new double[][] {low, high};
    }
}
