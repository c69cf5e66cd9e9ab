package parsweep.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.model.Run;

class BlackScholesMonteCarloTest {
    private final BlackScholesMonteCarlo model = new BlackScholesMonteCarlo();

    /** Hull, Options, Futures and Other Derivatives, 8th ed. (2012), example 14.6; Haug (2007), section 1.1.1. */
    @ParameterizedTest
    @CsvSource({"42, 40, 0.1, 0.2, 0.5, 4.76, 0.005", "60, 65, 0.08, 0.3, 0.25, 2.1334, 0.00005"})
    void theClosedFormIsThatOfTextbooks(
            double spot, double strike, double rate, double volatility, double maturity, double price, double rounding)
            throws Exception {
        Run run = run(spot, strike, rate, volatility, maturity).with("paths", 2);

        assertThat(run.real("closedFormPrice")).isCloseTo(price, within(rounding));
    }

    /** 5 standard errors: fails one good build in 1.7 million for each row. */
    @ParameterizedTest
    @CsvSource({
        "100, 100, 0.05, 0.2, 1",
        "100, 70, 0.05, 0.2, 1",
        "100, 130, 0, 0.2, 1",
        "100, 100, -0.01, 0.4, 5",
        "1, 1, 0.1, 0.01, 0.1"
    })
    void theSimulationConvergesToTheClosedForm(
            double spot, double strike, double rate, double volatility, double maturity) throws Exception {
        Run run = run(spot, strike, rate, volatility, maturity).with("paths", 400_000);

        assertThat(run.real("price")).isCloseTo(run.real("closedFormPrice"), within(5 * run.real("priceError")));
        assertThat(run.real("priceError")).isLessThan(0.02 * run.real("price"));
    }

    @Test
    void fourTimesThePathsHalveTheError() throws Exception {
        double few = Run.of(model).with("paths", 100_000).real("priceError");
        double many = Run.of(model).with("paths", 400_000).real("priceError");

        // The payoff's kurtosis is about 8, so the standard error of few is good to 0.4 percent: 5 times that.
        assertThat(few / many).isCloseTo(2, within(2 * 5 * 0.0045));
    }

    private Run run(double spot, double strike, double rate, double volatility, double maturity) {
        return Run.of(model)
                .with("spot", spot)
                .with("strike", strike)
                .with("rate", rate)
                .with("volatility", volatility)
                .with("maturity", maturity);
    }
}
