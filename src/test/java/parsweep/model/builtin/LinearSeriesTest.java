package parsweep.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parsweep.model.Run;

class LinearSeriesTest {
    private final Run run = Run.of(new LinearSeries());

    @Test
    void aMillionValuesByDefault() throws Exception {
        double[] series = run.with("param1", 99).with("param2", 200).array("series");

        assertThat(series).hasSize(1_000_000);
        assertThat(series[999_999]).isEqualTo(98_959_901);
    }

    @Test
    void startsAtMinusTheSquareOfParam2() throws Exception {
        assertThat(run.with("param1", 0).with("param2", 2).array("series")[0]).isEqualTo(-4);
    }

    @Test
    void shorterSeriesAfterLongerOnesInTheSameSession() throws Exception {
        LinearSeries model = new LinearSeries();

        try (var session = model.open()) {
            run.with("param1", 1).with("param2", 0).with("n", 5).in(session);
            double[] series = run.with("param1", 2).with("n", 3).in(session).array("series");

            assertThat(series).containsExactly(0, 2, 4);
        }
    }
}
