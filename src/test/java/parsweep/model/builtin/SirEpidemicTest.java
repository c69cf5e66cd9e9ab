package parsweep.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.model.Run;

class SirEpidemicTest {
    /** What the model promises for its step. */
    private static final double TOLERANCE = 1e-7;

    private final SirEpidemic model = new SirEpidemic();

    /** Kermack and McKendrick (1927), https://doi.org/10.1098/rspa.1927.0118: {@code ln(s0 / s) = R0 (s0 + i0 - s)}. */
    @ParameterizedTest
    @CsvSource({"0.3, 0.1, 1e-4, 0", "1.5, 1, 1e-3, 0", "0.05, 0.1, 0.01, 0", "2, 0.2, 1e-3, 0.5", "20, 1, 1e-6, 0"})
    void finalSizeSolvesTheTranscendentalEquation(double beta, double gamma, double infected, double immune)
            throws Exception {
        double size = run(beta, gamma, infected, immune).with("days", 2000).real("finalSize");

        double s0 = (1 - infected) * (1 - immune);
        double remaining = s0 + infected - size;
        assertThat(remaining).isCloseTo(s0 * Math.exp(-beta / gamma * size), within(TOLERANCE));
    }

    /** {@code i + s - ln(s) gamma / beta} is conserved, and {@code s = gamma / beta} at the peak. */
    @ParameterizedTest
    @CsvSource({"0.3, 0.1, 1e-4, 0", "1.5, 1, 1e-3, 0", "2, 0.2, 1e-3, 0.5", "20, 1, 1e-6, 0"})
    void thePeakIsWhereInfectionsMakeUpForRecoveries(double beta, double gamma, double infected, double immune)
            throws Exception {
        double s0 = (1 - infected) * (1 - immune);
        double threshold = gamma / beta;

        double peak = infected + s0 - threshold * (1 + Math.log(s0 / threshold));

        assertThat(run(beta, gamma, infected, immune).real("peakInfected")).isCloseTo(peak, within(TOLERANCE));
    }

    @Test
    void theTimeOfThePeakDoesNotDependOnTheSamples() throws Exception {
        double coarse = run(0.3, 0.1, 1e-4, 0).with("samples", 2).real("peakTime");
        double fine = run(0.3, 0.1, 1e-4, 0).with("samples", 20_001).real("peakTime");

        assertThat(coarse).isCloseTo(fine, within(1e-5)).isBetween(45.0, 55.0);
    }

    @Test
    void theCourseStartsAtTheStartAndPeaksAtThePeak() throws Exception {
        Run run = run(0.3, 0.1, 1e-4, 0);
        double[] infected = run.array("infected");

        assertThat(infected).hasSize(366);
        assertThat(infected[0]).isEqualTo(1e-4);
        assertThat(infected[(int) Math.round(run.real("peakTime"))]).isCloseTo(run.real("peakInfected"), within(1e-3));
    }

    @Test
    void withoutTransmissionInfectionsDecayExponentially() throws Exception {
        Run run = run(0, 0.1, 0.5, 0).with("days", 20).with("samples", 3);

        assertThat(run.array("infected"))
                .containsExactly(new double[] {0.5, 0.5 * Math.exp(-1), 0.5 * Math.exp(-2)}, within(TOLERANCE));
        assertThat(run.real("finalSize")).isEqualTo(0.5);
        assertThat(run.real("peakTime")).isZero();
    }

    private Run run(double beta, double gamma, double infected, double immune) {
        return Run.of(model)
                .with("transmissionRate", beta)
                .with("recoveryRate", gamma)
                .with("initialInfected", infected)
                .with("initialImmune", immune);
    }
}
