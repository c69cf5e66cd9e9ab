package parsweep.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.model.Run;

class LogisticMapTest {
    private final LogisticMap model = new LogisticMap();

    /**
     * For {@code r = 4} the map is the tent map in other coordinates, see Ulam and von Neumann (1947), Bulletin of the
     * American Mathematical Society 53, 1120. There every factor is 2, so the exponent is ln 2 and, of a finite orbit,
     * {@code ln 2 + (h(x_n) - h(x_0)) / n} with {@code h(x) = ln(x (1 - x)) / 2}.
     */
    @ParameterizedTest
    @ValueSource(ints = {10, 1000, 1_000_000})
    void theExponentIsTheLogarithmOfTwoAtFour(int n) throws Exception {
        Run run = Run.of(model).with("r", 4).with("x0", 0.3).with("n", n);

        double[] x = run.array("x");
        double last = 4 * x[n - 1] * (1 - x[n - 1]);
        double ends = (Math.log(last * (1 - last)) - Math.log(x[0] * (1 - x[0]))) / 2;
        // The orbit comes as near to 1 as 1/n^2, where rounding by 1e-16 is n^2 times as much of 1 - x.
        assertThat(run.real("lyapunov")).isCloseTo(Math.log(2) + ends / n, within(1e-14 + 1e-15 * n));
    }

    @Test
    void settlesOnTheFixedPoint() throws Exception {
        Run run = Run.of(model).with("r", 2.5);

        assertThat(run.array("x")).hasSize(1000);
        assertThat(run.array("x")[999]).isCloseTo(1 - 1 / 2.5, within(1e-15));
        assertThat(run.real("lyapunov")).isCloseTo(Math.log(0.5), within(1e-12));
    }

    /** May (1976), https://doi.org/10.1038/261459a0: the points of period 2, of derivative {@code 4 + 2 r - r^2}. */
    @Test
    void settlesOnTheCycleOfTwo() throws Exception {
        double r = 3.2;
        Run run = Run.of(model).with("r", r).with("n", 2);

        double root = Math.sqrt((r + 1) * (r - 3));
        assertThat(run.array("x"))
                .satisfies(x -> assertThat(Math.min(x[0], x[1])).isCloseTo((r + 1 - root) / (2 * r), within(1e-14)))
                .satisfies(x -> assertThat(Math.max(x[0], x[1])).isCloseTo((r + 1 + root) / (2 * r), within(1e-14)));
        assertThat(run.real("lyapunov")).isCloseTo(Math.log(Math.abs(4 + 2 * r - r * r)) / 2, within(1e-12));
    }

    @Test
    void withoutTransientTheStartIsTheFirst() throws Exception {
        double[] x = Run.of(model)
                .with("r", 2)
                .with("x0", 0.25)
                .with("transient", 0)
                .with("n", 3)
                .array("x");

        assertThat(x).containsExactly(0.25, 0.375, 0.46875);
    }

    @Test
    void aSuperstableOrbitHasTheExponentMinusInfinity() throws Exception {
        assertThat(Run.of(model).with("r", 2).with("x0", 0.5).real("lyapunov")).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
