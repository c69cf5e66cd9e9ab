package parsweep.web.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.harness.Service;
import parsweep.web.WithH2;
import tools.jackson.databind.JsonNode;

/** A condition is the same for downloads and for statistics. */
class ConditionTest extends WithH2 {
    /** Every third point of 30 has failed, and has no y. */
    private static final String SWEEP = """
            {"model": {"formula": {"y": "a % 3 == 0 ? nan : a"}}, "space": {"grid": {"a": {"arange": [0, 30]}}}}""";

    @Test
    void whatIsNeitherZeroNorNaNHolds() {
        Condition condition = Condition.of("a * b", List.of("b", "a"));

        assertThat(condition.names()).containsExactlyInAnyOrder("a", "b");
        assertThat(condition.holds(new double[] {1, -2})).isTrue();
        assertThat(condition.holds(new double[] {1, Double.POSITIVE_INFINITY})).isTrue();
        assertThat(condition.holds(new double[] {1, 0})).isFalse();
        assertThat(condition.holds(new double[] {1, -0.0})).isFalse();
        assertThat(condition.holds(new double[] {Double.NaN, 1})).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "y, 20, 0",
        "y > 10, 13, 0",
        "not (y > 10), 7, 10",
        "y != 10, 19, 10",
        "y != y, 0, 10",
        "nan, 0, 0",
        "0 / 0, 0, 0",
        "1 / 0, 20, 10",
        "a < 3, 2, 1",
        "index % 2 == 0, 10, 5",
        "seconds >= 0 and seed >= 0 and replicate == 0, 20, 10"
    })
    void downloadsAndStatisticsTakeTheSameRows(String where, int done, int failed) {
        String sweep = "/api/v1/sweeps/" + service().run(SWEEP).get("id").longValue();
        String query = "?where=" + URLEncoder.encode(where, StandardCharsets.UTF_8);

        JsonNode rows = Service.json(service().get(sweep + "/results.json" + query + "&columns=status"));
        JsonNode summary = Service.json(service().get(sweep + "/summary" + query));

        assertThat(rows.valueStream()
                        .filter(row -> row.get("status").stringValue().equals("done")))
                .hasSize(done);
        assertThat(rows.size()).isEqualTo(done + failed);
        JsonNode output = summary.at("/groups/0/outputs/0");
        assertThat(output.path("count").asInt(0)).isEqualTo(done);
        assertThat(output.path("failed").asInt(0)).isEqualTo(failed);
    }
}
