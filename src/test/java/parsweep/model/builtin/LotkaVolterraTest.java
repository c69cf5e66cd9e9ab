package parsweep.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import parsweep.model.ModelException;
import parsweep.model.Run;

class LotkaVolterraTest {
    private final LotkaVolterra model = new LotkaVolterra();

    @Test
    void conservesWhatVolterraFound() throws Exception {
        assertThat(Run.of(model).real("drift")).isCloseTo(0, within(1e-9));
        assertThat(Run.of(model).with("duration", 2000).real("drift")).isCloseTo(0, within(1e-7));
    }

    /** Every sample, not only the end, is on the orbit of the start. */
    @Test
    void samplesAreOnTheOrbit() throws Exception {
        Run run = Run.of(model);
        double[] prey = run.array("prey");
        double[] predator = run.array("predator");

        assertThat(prey).hasSize(201);
        assertThat(predator).hasSize(201);
        double start = conserved(10, 5);
        for (int i = 0; i < prey.length; i++) {
            // Dense output is of order 7, one less than the steps.
            assertThat(conserved(prey[i], predator[i])).isCloseTo(start, within(1e-8 * Math.abs(start)));
        }
    }

    @Test
    void theFixedPointStays() throws Exception {
        Run run = Run.of(model).with("initialPrey", 1.5 / 0.075).with("initialPredator", 1 / 0.1);

        assertThat(Arrays.stream(run.array("prey")))
                .allSatisfy(x -> assertThat(x).isCloseTo(20, within(1e-8)));
        assertThat(Arrays.stream(run.array("predator")))
                .allSatisfy(y -> assertThat(y).isCloseTo(10, within(1e-8)));
    }

    /** Near the fixed point orbits are ellipses of period {@code 2 pi / sqrt(a c)}; corrections are of second order. */
    @Test
    void smallOrbitsHaveThePeriodOfTheLinearisedEquations() throws Exception {
        double period = 2 * Math.PI / Math.sqrt(1.5);
        double off = 1e-3;
        double[] prey = Run.of(model)
                .with("initialPrey", 20 * (1 + off))
                .with("initialPredator", 10)
                .with("duration", period)
                .with("samples", 5)
                .array("prey");

        double[] expected = {1, 0, -1, 0, 1};
        for (int i = 0; i < 5; i++) {
            assertThat(prey[i] / 20 - 1).isCloseTo(off * expected[i], within(2 * off * off));
        }
    }

    /** Volterra (1926), https://doi.org/10.1038/118558a0, second law: means over a period are those of the fixed point. */
    @Test
    void meansOverManyPeriodsAreTheFixedPoint() throws Exception {
        double[] prey =
                Run.of(model).with("duration", 5000).with("samples", 100_001).array("prey");

        // What is left of the last period, of some 5 years, counts by 5/5000.
        assertThat(Arrays.stream(prey).average().orElseThrow()).isCloseTo(20, within(20 * 5.0 / 5000));
    }

    @Test
    void withoutPredationThePreyGrowsExponentially() throws Exception {
        double[] prey = Run.of(model)
                .with("predation", 1e-300)
                .with("predatorGrowth", 1e-300)
                .with("duration", 2)
                .with("samples", 3)
                .array("prey");

        assertThat(prey).containsExactly(new double[] {10, 10 * Math.exp(1), 10 * Math.exp(2)}, within(1e-8));
    }

    @Test
    void givesUpOnTooManySteps() {
        Run run = Run.of(model)
                .with("preyGrowth", 1000)
                .with("predatorDeath", 1000)
                .with("duration", 1e6);

        assertThatThrownBy(run::outputs).isInstanceOf(ModelException.class).hasMessageContaining("integration to time");
    }

    private static double conserved(double x, double y) {
        return 0.075 * x - 1.5 * Math.log(x) + 0.1 * y - Math.log(y);
    }
}
