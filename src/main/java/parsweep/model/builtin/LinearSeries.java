package parsweep.model.builtin;

import java.util.List;
import parsweep.model.Interval;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.Output;
import parsweep.model.Outputs;
import parsweep.model.Parameter;
import parsweep.model.Point;
import parsweep.model.Session;
import parsweep.model.Shape;

/** A straight line sampled at whole numbers: cheap to compute and large to keep. */
final class LinearSeries implements Model {
    private static final int PARAM1 = 0;
    private static final int PARAM2 = 1;
    private static final int N = 2;
    private static final int SERIES = 0;

    /** 16 MB of output: two workers can hold such a point in each of its stages in a heap of 256 MB. */
    private static final int MAX_N = 2_000_000;

    private static final ModelDescription DESCRIPTION = new ModelDescription(
            "linear-series",
            "1",
            "param1 * ctr - param2^2 for ctr = 0 ... n-1",
            "series[ctr] = param1 * ctr - param2^2",
            List.of(
                    Parameter.real("param1", "", "slope"),
                    Parameter.real("param2", "", "square root of minus the intercept"),
                    Parameter.integer("n", "", "number of values")
                            .withDefault(1_000_000)
                            .within(Interval.closed(1, MAX_N))),
            List.of(Output.array("series", Shape.arrayOf("n"), "", "param1 * ctr - param2^2")));

    @Override
    public ModelDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Session open() {
        return new LinearSeriesSession();
    }

    private static final class LinearSeriesSession implements Session {
        private double[] series = {};

        @Override
        public void run(Point point, Outputs outputs) {
            double slope = point.real(PARAM1);
            double offset = point.real(PARAM2) * point.real(PARAM2);
            int n = (int) point.integer(N);
            if (series.length < n) {
                series = new double[n];
            }
            for (int ctr = 0; ctr < n; ctr++) {
                series[ctr] = slope * ctr - offset;
            }
            outputs.array(SERIES, series, n);
        }
    }
}
