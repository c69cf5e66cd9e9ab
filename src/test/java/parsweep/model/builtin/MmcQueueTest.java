package parsweep.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.model.ModelException;
import parsweep.model.Run;

/** Erlang (1917); formulas as in Kleinrock (1975), Queueing Systems, volume 1, sections 3.2 and 3.5. */
class MmcQueueTest {
    /** Of a t distribution of 31 degrees of freedom: fails one good build in 800,000 for each comparison. */
    private static final double ERRORS = 6;

    private final MmcQueue model = new MmcQueue();

    @ParameterizedTest
    @CsvSource({"0.5, 1, 1", "1.6, 1, 2", "8, 2, 5", "15, 1, 20", "90, 1, 100"})
    void agreesWithErlangC(double arrivalRate, double serviceRate, int servers) throws Exception {
        Run run = Run.of(model)
                .with("arrivalRate", arrivalRate)
                .with("serviceRate", serviceRate)
                .with("servers", servers)
                .with("customers", 1_000_000);

        double load = arrivalRate / serviceRate;
        double waits = erlangC(load, servers);
        assertThat(run.real("waitProbability")).isCloseTo(waits, within(ERRORS * run.real("waitProbabilityError")));
        assertThat(run.real("meanWait"))
                .isCloseTo(waits / (servers * serviceRate - arrivalRate), within(ERRORS * run.real("meanWaitError")));
        assertThat(run.real("meanWaitError")).isLessThan(0.1 * run.real("meanWait"));
        // A ratio of two means of 10^6 exponential deviates each: relative standard error sqrt(2 / 10^6).
        assertThat(run.real("utilisation") * servers / load).isCloseTo(1, within(5 * Math.sqrt(2e-6)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 0.9, 0.999})
    void theFormulaOfThisTestIsTheElementaryOneForOneAndTwoServers(double utilisation) {
        assertThat(erlangC(utilisation, 1)).isCloseTo(utilisation, withinPercentage(1e-10));
        assertThat(erlangC(2 * utilisation, 2))
                .isCloseTo(2 * utilisation * utilisation / (1 + utilisation), withinPercentage(1e-10));
    }

    @Test
    void refusesAQueueThatGrowsForever() {
        assertThatThrownBy(() -> Run.of(model).with("arrivalRate", 2).outputs())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("2.0 on 2 servers");
    }

    @Test
    void runsWithoutWarmUp() throws Exception {
        Run run = Run.of(model).with("warmUp", 0).with("customers", 32);

        assertThat(run.real("utilisation")).isBetween(0.0, 5.0);
    }

    private static double erlangC(double load, int servers) {
        double blocked = 1;
        for (int n = 1; n <= servers; n++) {
            blocked = load * blocked / (n + load * blocked);
        }
        double utilisation = load / servers;
        return blocked / (1 - utilisation + utilisation * blocked);
    }
}
