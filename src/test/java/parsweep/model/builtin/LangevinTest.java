package parsweep.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LangevinTest {
    /** Roots of {@code 1/k - 2/expm1(2k) = m} to 40 digits for these very doubles: {@code findroot} of mpmath 1.3.0. */
    @ParameterizedTest
    @CsvSource({
        "0.9999996666666666, 1.0000000001398446e-6",
        "0.9833361104499008, 0.049999999999999949",
        "0.9700161875129716, 0.089999999999999908",
        "0.9666888677460104, 0.10000000000000005",
        "0.6869647145006686, 1.0000000000000002",
        "0.09999999587769275, 10.0",
        "0.013333333333333334, 74.999999999999995",
        "1e-05, 99999.999999999992",
    })
    void invertsTheLangevinFunctionToElevenDigits(double m, double k) {
        assertThat(Langevin.inverseOfOneMinus(m)).isCloseTo(k, withinPercentage(1e-9));
    }
}
