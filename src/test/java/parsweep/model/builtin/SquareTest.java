package parsweep.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.model.Run;

class SquareTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "3, 9", "-1.5, 2.25", "1e-200, 0"})
    void squares(double x, double y) throws Exception {
        assertThat(Run.of(new Square()).with("x", x).real("y")).isEqualTo(y);
    }
}
