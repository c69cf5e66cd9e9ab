package parsweep.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.model.ModelException;
import parsweep.model.Run;

class Ising2dTest {
    /** Of a t distribution of 31 degrees of freedom: fails one good build in 800,000 for each comparison. */
    private static final double ERRORS = 6;

    private final Ising2d model = new Ising2d();

    /** Every one of the 65,536 states of a lattice of 4 by 4, which leaves nothing to a limit. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 2.269, 3, 10})
    void agreesWithTheSumOverAllStates(double temperature) throws Exception {
        double sum = 0;
        double sumEnergy = 0;
        double sumMagnetisation = 0;
        for (int state = 0; state < 1 << 16; state++) {
            int energy = 0;
            for (int site = 0; site < 16; site++) {
                int right = (site & ~3) | ((site + 1) & 3);
                int below = (site + 4) & 15;
                energy -= spin(state, site) * (spin(state, right) + spin(state, below));
            }
            double weight = Math.exp(-(energy + 32) / temperature);
            sum += weight;
            sumEnergy += weight * energy / 16;
            sumMagnetisation += weight * Math.abs(2 * Integer.bitCount(state) - 16) / 16;
        }

        Run run = Run.of(model).with("size", 4).with("temperature", temperature).with("measurements", 200_000);

        assertThat(run.real("energy")).isCloseTo(sumEnergy / sum, within(ERRORS * run.real("energyError")));
        assertThat(run.real("magnetisation"))
                .isCloseTo(sumMagnetisation / sum, within(ERRORS * run.real("magnetisationError")));
        assertThat(run.real("energyError")).isLessThan(0.01);
    }

    /**
     * Yang (1952), https://doi.org/10.1103/PhysRev.85.808. A lattice of 64 is 20 and more correlation lengths wide at
     * these temperatures, so it differs from the infinite one by less than 1e-8.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1.5, 1.9, 2.0})
    void agreesWithTheSpontaneousMagnetisation(double temperature) throws Exception {
        Run run =
                Run.of(model).with("size", 64).with("temperature", temperature).with("measurements", 1000);

        double expected = Math.pow(1 - Math.pow(Math.sinh(2 / temperature), -4), 0.125);
        assertThat(run.real("magnetisation")).isCloseTo(expected, within(ERRORS * run.real("magnetisationError")));
        assertThat(run.real("magnetisationError")).isLessThan(1e-3);
    }

    /** Onsager (1944), https://doi.org/10.1103/PhysRev.65.117; on both sides of the critical temperature. */
    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2.0, 3.0, 5.0})
    void agreesWithOnsagersEnergy(double temperature) throws Exception {
        Run run =
                Run.of(model).with("size", 64).with("temperature", temperature).with("measurements", 1000);

        assertThat(run.real("energy")).isCloseTo(onsager(temperature), within(ERRORS * run.real("energyError")));
        assertThat(run.real("energyError")).isLessThan(5e-3);
    }

    @Test
    void frozenSpinsStayAligned() throws Exception {
        Run run = Run.of(model).with("temperature", 0.01);

        assertThat(run.real("magnetisation")).isEqualTo(1);
        assertThat(run.real("energy")).isEqualTo(-2);
    }

    @Test
    void refusesMoreWorkThanItsBound() {
        assertThatThrownBy(() -> Run.of(model)
                        .with("size", 2048)
                        .with("measurements", 1e7)
                        .outputs())
                .isInstanceOf(ModelException.class)
                .hasMessage("4.19e+13 turns of 4194304 spins (expected: at most 5.00e+10)");
    }

    private static int spin(int state, int site) {
        return 2 * (state >> site & 1) - 1;
    }

    private static double onsager(double temperature) {
        double k = 1 / temperature;
        double modulus = 2 * Math.sinh(2 * k) / Math.pow(Math.cosh(2 * k), 2);
        double tanh = Math.tanh(2 * k);
        return -(1 + 2 / Math.PI * (2 * tanh * tanh - 1) * ellipticK(modulus)) / tanh;
    }

    /** The complete elliptic integral of the first kind by the arithmetic-geometric mean. */
    private static double ellipticK(double modulus) {
        double a = 1;
        double b = Math.sqrt(1 - modulus * modulus);
        for (int i = 0; i < 10; i++) {
            double mean = (a + b) / 2;
            b = Math.sqrt(a * b);
            a = mean;
        }
        return Math.PI / (2 * a);
    }
}
