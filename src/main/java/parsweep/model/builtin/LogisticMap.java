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

/**
 * The logistic map {@code x -> r x (1 - x)}: fixed points, period doubling, chaos.
 *
 * @see <a href="https://doi.org/10.1038/261459a0">May (1976)</a>
 */
final class LogisticMap implements Model {
    private static final int R = 0;
    private static final int X0 = 1;
    private static final int TRANSIENT = 2;
    private static final int N = 3;

    private static final int X = 0;
    private static final int LYAPUNOV = 1;

    private static final long ITERATES_PER_CHECK = 1 << 22;

    private static final ModelDescription DESCRIPTION = new ModelDescription(
            "logistic-map",
            "1",
            "Iterates of x -> r x (1 - x) after a transient, and their Lyapunov exponent",
            "May (1976), https://doi.org/10.1038/261459a0",
            List.of(
                    Parameter.real("r", "", "growth rate").withDefault(3.7).within(Interval.closed(0, 4)),
                    Parameter.real("x0", "", "start").withDefault(0.2).within(Interval.closed(0, 1)),
                    Parameter.integer("transient", "", "iterates to leave out at the start")
                            .withDefault(1000)
                            .within(Interval.closed(0, 1e9)),
                    Parameter.integer("n", "", "iterates to keep")
                            .withDefault(1000)
                            .within(Interval.closed(1, 2_000_000))),
            List.of(
                    Output.array("x", Shape.arrayOf("n"), "", "the iterates that follow the transient"),
                    Output.real("lyapunov", "", "mean of ln |r (1 - 2x)| over them; minus infinity if one is 1/2")
                            .allowingNonFinite()));

    @Override
    public ModelDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Session open() {
        return new LogisticMapSession();
    }

    private static final class LogisticMapSession implements Session {
        private double[] iterates = {};

        @Override
        public void run(Point point, Outputs outputs) throws InterruptedException {
            double r = point.real(R);
            int n = (int) point.integer(N);
            if (iterates.length < n) {
                iterates = new double[n];
            }
            double x = point.real(X0);
            for (long left = point.integer(TRANSIENT); left > 0; left -= ITERATES_PER_CHECK) {
                point.checkCancelled();
                x = iterate(r, x, Math.min(left, ITERATES_PER_CHECK));
            }
            double logarithms = 0;
            double product = 1;
            for (int i = 0; i < n; i++) {
                iterates[i] = x;
                // One logarithm for hundreds of factors: they are at most 4 and, unless 0, at least 1e-16 or so.
                product *= Math.abs(r * (1 - 2 * x));
                if (product < 1e-200 || product > 1e200) {
                    logarithms += StrictMath.log(product);
                    product = 1;
                }
                x = r * x * (1 - x);
            }
            outputs.array(X, iterates, n);
            outputs.real(LYAPUNOV, (logarithms + StrictMath.log(product)) / n);
        }

        private static double iterate(double r, double start, long times) {
            double x = start;
            for (long i = 0; i < times; i++) {
                x = r * x * (1 - x);
            }
            return x;
        }
    }
}
