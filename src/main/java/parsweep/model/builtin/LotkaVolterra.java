package parsweep.model.builtin;

import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import parsweep.model.Interval;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.ModelException;
import parsweep.model.Output;
import parsweep.model.Outputs;
import parsweep.model.Parameter;
import parsweep.model.Point;
import parsweep.model.Session;
import parsweep.model.Shape;

/**
 * Predator and prey: {@code x' = a x - b x y}, {@code y' = d x y - c y}. Closed orbits about {@code (c/d, a/b)}.
 *
 * <p>The method of Dormand and Prince of order 8 with dense output, of Hipparchus, which computes in plain Java and so
 * has the same bits everywhere.
 *
 * @see <a href="https://doi.org/10.1038/118558a0">Volterra (1926)</a>
 */
final class LotkaVolterra implements Model {
    private static final int PREY_GROWTH = 0;
    private static final int PREDATION = 1;
    private static final int PREDATOR_DEATH = 2;
    private static final int PREDATOR_GROWTH = 3;
    private static final int INITIAL_PREY = 4;
    private static final int INITIAL_PREDATOR = 5;
    private static final int DURATION = 6;
    private static final int SAMPLES = 7;

    private static final int PREY = 0;
    private static final int PREDATOR = 1;
    private static final int DRIFT = 2;

    private static final double TOLERANCE = 1e-11;

    /** About a second: enough for 10,000 periods and more. It is also what stops a point, for want of a way out. */
    private static final int MAX_EVALUATIONS = 20_000_000;

    private static final ModelDescription DESCRIPTION = new ModelDescription(
            "lotka-volterra",
            "1",
            "Numbers of prey and predators over time",
            "Lotka (1925), Elements of Physical Biology; Volterra (1926), https://doi.org/10.1038/118558a0",
            List.of(
                    Parameter.real("preyGrowth", "1/a", "growth rate of prey without predators, a")
                            .withDefault(1)
                            .within(new Interval(0, 1e3, true, false)),
                    Parameter.real("predation", "1/a", "rate at which a predator meets and kills each prey, b")
                            .withDefault(0.1)
                            .within(new Interval(0, 1e3, true, false)),
                    Parameter.real("predatorDeath", "1/a", "death rate of predators without prey, c")
                            .withDefault(1.5)
                            .within(new Interval(0, 1e3, true, false)),
                    Parameter.real("predatorGrowth", "1/a", "growth rate of predators per prey, d")
                            .withDefault(0.075)
                            .within(new Interval(0, 1e3, true, false)),
                    Parameter.real("initialPrey", "", "prey at the start")
                            .withDefault(10)
                            .within(new Interval(0, 1e9, true, false)),
                    Parameter.real("initialPredator", "", "predators at the start")
                            .withDefault(5)
                            .within(new Interval(0, 1e9, true, false)),
                    Parameter.real("duration", "a", "length of the simulated time")
                            .withDefault(20)
                            .within(new Interval(0, 1e6, true, false)),
                    Parameter.integer(
                                    "samples",
                                    "",
                                    "points of the course, the first at the start and the last at the end")
                            .withDefault(201)
                            .within(Interval.closed(2, 1_000_000))),
            List.of(
                    Output.array("prey", Shape.arrayOf("samples"), "", "prey at evenly spaced times"),
                    Output.array("predator", Shape.arrayOf("samples"), "", "predators at the same times"),
                    Output.real("drift", "", "relative change of d x - c ln x + b y - a ln y, which is conserved")));

    @Override
    public ModelDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Session open() {
        return new LotkaVolterraSession();
    }

    private static final class LotkaVolterraSession implements Session, OrdinaryDifferentialEquation {
        private double a;
        private double b;
        private double c;
        private double d;
        private double[] prey = {};
        private double[] predator = {};
        private double interval;
        private int samples;
        private int sampled;

        @Override
        public void run(Point point, Outputs outputs) throws ModelException, InterruptedException {
            a = point.real(PREY_GROWTH);
            b = point.real(PREDATION);
            c = point.real(PREDATOR_DEATH);
            d = point.real(PREDATOR_GROWTH);
            double duration = point.real(DURATION);
            samples = (int) point.integer(SAMPLES);
            sampled = 0;
            interval = duration / (samples - 1);
            if (prey.length < samples) {
                prey = new double[samples];
                predator = new double[samples];
            }
            double[] start = {point.real(INITIAL_PREY), point.real(INITIAL_PREDATOR)};
            double[] end = integrate(start, duration);
            prey[samples - 1] = end[0];
            predator[samples - 1] = end[1];

            outputs.array(PREY, prey, samples);
            outputs.array(PREDATOR, predator, samples);
            outputs.real(DRIFT, conserved(end) / conserved(start) - 1);
        }

        private double[] integrate(double[] start, double duration) throws ModelException {
            var integrator = new DormandPrince853Integrator(duration * 1e-15, duration, TOLERANCE, TOLERANCE);
            integrator.setMaxEvaluations(MAX_EVALUATIONS);
            integrator.addStepHandler(this::sample);
            try {
                return integrator
                        .integrate(this, new ODEState(0, start), duration)
                        .getPrimaryState();
            } catch (MathRuntimeException e) {
                throw new ModelException("integration to time %s: %s".formatted(duration, e.getMessage()), e);
            }
        }

        /** Fills in the samples up to the end of the step, except for the last of all, which is the end of the integration. */
        private void sample(ODEStateInterpolator step) {
            double end = step.getCurrentState().getTime();
            for (; sampled < samples - 1 && sampled * interval <= end; sampled++) {
                double[] state = step.getInterpolatedState(sampled * interval).getPrimaryState();
                prey[sampled] = state[0];
                predator[sampled] = state[1];
            }
        }

        @Override
        public int getDimension() {
            return 2;
        }

        @Override
        public double[] computeDerivatives(double time, double[] state) {
            double meetings = state[0] * state[1];
            return new double[] {a * state[0] - b * meetings, d * meetings - c * state[1]};
        }

        private double conserved(double[] state) {
            return d * state[0] - c * StrictMath.log(state[0]) + b * state[1] - a * StrictMath.log(state[1]);
        }
    }
}
