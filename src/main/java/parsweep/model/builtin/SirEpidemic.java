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
 * An epidemic in a closed, well-mixed population: susceptible, infected, removed.
 *
 * <p>{@code s' = -beta s i}, {@code i' = beta s i - gamma i}, as fractions of the population; classical Runge-Kutta of
 * order 4, {@value #STEPS_PER_EVENT} steps in the shorter of the two mean times {@code 1/beta} and {@code 1/gamma}, which
 * keeps the error of every output below 1e-7. No step calls a transcendental function.
 *
 * @see <a href="https://doi.org/10.1098/rspa.1927.0118">Kermack and McKendrick (1927)</a>
 */
final class SirEpidemic implements Model {
    private static final int TRANSMISSION_RATE = 0;
    private static final int RECOVERY_RATE = 1;
    private static final int INITIAL_INFECTED = 2;
    private static final int INITIAL_IMMUNE = 3;
    private static final int DAYS = 4;
    private static final int SAMPLES = 5;

    private static final int REPRODUCTION_NUMBER = 0;
    private static final int FINAL_SIZE = 1;
    private static final int PEAK_INFECTED = 2;
    private static final int PEAK_TIME = 3;
    private static final int INFECTED = 4;

    private static final int STEPS_PER_EVENT = 50;

    private static final ModelDescription DESCRIPTION = new ModelDescription(
            "sir-epidemic",
            "1",
            "Final size, peak and course of an epidemic in a closed, well-mixed population",
            "Kermack and McKendrick (1927), https://doi.org/10.1098/rspa.1927.0118",
            List.of(
                    Parameter.real("transmissionRate", "1/d", "infectious contacts of an infected person per day, beta")
                            .withDefault(0.3)
                            .within(Interval.closed(0, 100)),
                    Parameter.real("recoveryRate", "1/d", "one over the mean time a person is infected, gamma")
                            .withDefault(0.1)
                            .within(Interval.closed(1e-3, 100)),
                    Parameter.real("initialInfected", "", "fraction of the population that is infected at the start")
                            .withDefault(1e-4)
                            .within(Interval.closed(0, 1)),
                    Parameter.real("initialImmune", "", "fraction of the others that is immune from the start")
                            .withDefault(0)
                            .within(Interval.closed(0, 1)),
                    Parameter.real("days", "d", "length of the simulated time")
                            .withDefault(365)
                            .within(new Interval(0, 10_000, true, false)),
                    Parameter.integer(
                                    "samples",
                                    "",
                                    "points of the course, the first at the start and the last at the end")
                            .withDefault(366)
                            .within(Interval.closed(2, 1_000_000))),
            List.of(
                    Output.real("reproductionNumber", "", "basic reproduction number, beta / gamma"),
                    Output.real("finalSize", "", "fraction infected at any time up to the end, from the start on"),
                    Output.real("peakInfected", "", "largest fraction infected at the same time"),
                    Output.real("peakTime", "d", "when that is"),
                    Output.array(
                            "infected", Shape.arrayOf("samples"), "", "fraction infected at evenly spaced times")));

    @Override
    public ModelDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Session open() {
        return new SirEpidemicSession();
    }

    private static final class SirEpidemicSession implements Session {
        private double[] infected = {};
        private double beta;
        private double gamma;
        private double s;
        private double i;
        private double peak;
        private double peakTime;

        @Override
        public void run(Point point, Outputs outputs) throws InterruptedException {
            beta = point.real(TRANSMISSION_RATE);
            gamma = point.real(RECOVERY_RATE);
            i = point.real(INITIAL_INFECTED);
            s = (1 - i) * (1 - point.real(INITIAL_IMMUNE));
            peak = i;
            peakTime = 0;
            double everSusceptible = s + i;
            int samples = (int) point.integer(SAMPLES);
            if (infected.length < samples) {
                infected = new double[samples];
            }
            double interval = point.real(DAYS) / (samples - 1);
            int steps = (int) Math.ceil(interval * Math.max(beta, gamma) * STEPS_PER_EVENT);
            infected[0] = i;
            for (int sample = 1; sample < samples; sample++) {
                point.checkCancelled();
                for (int step = 0; step < steps; step++) {
                    advance((sample - 1 + (double) step / steps) * interval, interval / steps);
                }
                infected[sample] = i;
            }

            outputs.real(REPRODUCTION_NUMBER, beta / gamma);
            outputs.real(FINAL_SIZE, everSusceptible - s);
            outputs.real(PEAK_INFECTED, peak);
            outputs.real(PEAK_TIME, peakTime);
            outputs.array(INFECTED, infected, samples);
        }

        private void advance(double time, double step) {
            double s1 = -beta * s * i;
            double i1 = -s1 - gamma * i;
            double s2 = -beta * (s + 0.5 * step * s1) * (i + 0.5 * step * i1);
            double i2 = -s2 - gamma * (i + 0.5 * step * i1);
            double s3 = -beta * (s + 0.5 * step * s2) * (i + 0.5 * step * i2);
            double i3 = -s3 - gamma * (i + 0.5 * step * i2);
            double s4 = -beta * (s + step * s3) * (i + step * i3);
            double i4 = -s4 - gamma * (i + step * i3);
            double nextS = s + step / 6 * (s1 + 2 * (s2 + s3) + s4);
            double nextI = i + step / 6 * (i1 + 2 * (i2 + i3) + i4);
            double slope = (beta * nextS - gamma) * nextI;
            if (i1 > 0 && slope <= 0) {
                findPeak(time, step, nextI, step * i1, step * slope);
            } else if (nextI > peak) {
                peak = nextI;
                peakTime = time + step;
            }
            s = nextS;
            i = nextI;
        }

        /** The maximum of the cubic through both ends of the step with the slopes there; {@code first > 0 >= last}. */
        private void findPeak(double time, double step, double nextI, double first, double last) {
            double rise = nextI - i;
            double a = 3 * (first + last - 2 * rise);
            double b = 2 * (3 * rise - 2 * first - last);
            double at = 2 * first / (Math.sqrt(b * b - 4 * a * first) - b);
            peak = i + at * (first + at * (b / 2 + at * (a / 3)));
            peakTime = time + at * step;
        }
    }
}
