package parsweep.web.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.harness.Answers;
import parsweep.web.WithH2;
import tools.jackson.databind.JsonNode;

class SensitivityTest extends WithH2 {
    private static final String ISHIGAMI = """
            {"model": {"formula": {"y": "sin(a) + 7 * sin(b)^2 + 0.1 * c^4 * sin(a)"}}, "space": {"sensitivity": {
              %s, "parameters": {
                "a": {"uniform": [-3.141592653589793, 3.141592653589793]},
                "b": {"uniform": [-3.141592653589793, 3.141592653589793]},
                "c": {"uniform": [-3.141592653589793, 3.141592653589793]}}}}}""";

    private static final double[] FIRST = {0.3139, 0.4424, 0};
    private static final double[] TOTAL = {0.5576, 0.4424, 0.2437};

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            "method": "saltelli", "count": 4096 ~ saltelli ~ 4096 ~ 32768 ~ 0.02
            "method": "saltelli", "count": 4096, "secondOrder": false, "seed": 3 ~ saltelli ~ 4096 ~ 20480 ~ 0.02
            "method": "fast", "count": 4, "samples": 2049 ~ fast ~ 12 ~ 24588 ~ 0.06
            """)
    void theIndicesOfIshigamiAreFound(String design, String method, long blocks, long points, double tolerance) {
        JsonNode answer = Answers.to(service(), ISHIGAMI.formatted(design)).get("sensitivity");

        assertThat(answer.get("method").stringValue()).isEqualTo(method);
        assertThat(answer.get("blocks").longValue()).isEqualTo(blocks);
        assertThat(answer.get("points").longValue()).isEqualTo(points);
        assertThat(answer.get("dropped").longValue()).isZero();
        assertThat(answer.get("pending").longValue()).isZero();
        assertThat(answer.get("warning").isNull()).isTrue();
        for (int j = 0; j < 3; j++) {
            JsonNode indices = answer.get("parameters").get(j).get("indices");
            assertThat(indices.at("/S1/value").doubleValue()).isCloseTo(FIRST[j], within(tolerance));
            assertThat(indices.at("/ST/value").doubleValue()).isCloseTo(TOTAL[j], within(tolerance));
            assertThat(indices.at("/S1/low").doubleValue())
                    .isLessThan(indices.at("/S1/high").doubleValue());
        }
        assertThat(answer.get("pairs").isArray()).isEqualTo(points == 32768);
        if (answer.get("pairs").isArray()) {
            assertThat(answer.at("/pairs/1/names").toString()).isEqualTo("[\"a\",\"c\"]");
            assertThat(answer.at("/pairs/1/S2/value").doubleValue()).isCloseTo(0.2437, within(0.04));
        }
    }

    @Test
    void theEffectsOfALinearModelAreItsCoefficients() {
        JsonNode answer = Answers.to(service(), """
                {"model": {"formula": {"y": "1e6 + 3 * a - 2 * b + 0 * c"}}, "replicates": 2,
                 "space": {"sensitivity": {"method": "morris", "count": 20, "levels": 6, "parameters": {
                   "a": {"uniform": [0, 1]}, "b": {"uniform": [5, 7]}, "c": {"randint": [0, 9]}}}}}""").get("sensitivity");

        assertThat(answer.get("blocks").longValue()).isEqualTo(20);
        assertThat(answer.get("points").longValue()).isEqualTo(160);
        double[] slopes = {3, -4, 0}; // over the whole range of each parameter
        for (int j = 0; j < 3; j++) {
            JsonNode indices = answer.get("parameters").get(j).get("indices");
            assertThat(indices.at("/mu/value").doubleValue()).isCloseTo(slopes[j], within(1e-8));
            assertThat(indices.at("/muStar/value").doubleValue()).isCloseTo(Math.abs(slopes[j]), within(1e-8));
            assertThat(indices.at("/sigma/value").doubleValue()).isCloseTo(0, within(1e-8));
        }
    }

    @Test
    void aFailedPointDropsItsWholeBlock() {
        // 1 of 100 points fails; a block has 8 points
        JsonNode answer = Answers.to(service(), """
                {"model": {"formula": {"y": "a < 0.01 ? nan : a + b + c"}},
                 "space": {"sensitivity": {"method": "saltelli", "count": 1024, "parameters": {
                   "a": {"uniform": [0, 1]}, "b": {"uniform": [0, 1]}, "c": {"uniform": [0, 1]}}}}}""").get("sensitivity", "resamples", "0");

        long dropped = answer.get("dropped").longValue();
        assertThat(dropped).isBetween(15L, 25L); // a is small in A, or in B: 2 in 100 blocks, evenly
        assertThat(answer.get("blocks").longValue()).isEqualTo(1024 - dropped);
        assertThat(answer.get("warning").stringValue()).startsWith(dropped + " of 1024 blocks were dropped");
        assertThat(answer.at("/parameters/1/indices/S1/value").doubleValue()).isCloseTo(1.0 / 3, within(0.02));
        assertThat(answer.at("/parameters/1/indices/S1/low").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            "method": "morris", "count": 200 ~ a < 0.3 and b > 0.7 ~ 3 ~ 200
            "method": "fast", "count": 20, "samples": 65 ~ a < 0.03 and b > 0.9 ~ 65 ~ 40
            """)
    void aFailedPointDropsItsWholeTrajectoryOrCurve(String design, String failure, int blockSize, int blocks) {
        Answers answers = Answers.to(service(), """
                {"model": {"formula": {"y": "%s ? nan : a + b"}}, "space": {"sensitivity": {
                  %s, "parameters": {"a": {"uniform": [0, 1]}, "b": {"uniform": [0, 1]}}}}}""".formatted(failure, design));
        List<String> rows = service()
                .get("/api/v1/sweeps/%d/results.csv".formatted(answers.sweep()))
                .body()
                .lines()
                .skip(1)
                .toList();
        long faulty = IntStream.range(0, rows.size())
                .filter(i -> !rows.get(i).contains(",done,"))
                .map(i -> i / blockSize)
                .distinct()
                .count();

        JsonNode answer = answers.get("sensitivity");

        assertThat(rows).hasSize(blockSize * blocks);
        assertThat(faulty).isBetween(1L, blocks - 1L);
        assertThat(answer.get("dropped").longValue()).isEqualTo(faulty);
        assertThat(answer.get("blocks").longValue()).isEqualTo(blocks - faulty);
        assertThat(answer.toString()).doesNotContain("NaN");
    }

    @Test
    void withoutACompleteBlockThereAreNoIndices() {
        JsonNode answer = Answers.to(service(), """
                {"model": {"formula": {"y": "a / 0"}}, "space": {"sensitivity": {
                  "method": "morris", "count": 3, "parameters": {"a": {"normal": [0, 1]}}}}}""").get("sensitivity");

        assertThat(answer.get("dropped").longValue()).isEqualTo(3);
        assertThat(answer.get("parameters").size()).isZero();
        assertThat(answer.get("warning").stringValue()).startsWith("no block is complete");
    }

    @Test
    void otherPointsGiveRanksAndAWarning() {
        JsonNode answer = Answers.to(service(), """
                {"model": {"formula": {"y": "a^3 + 0.1 * b"}}, "space": {"sample": {
                  "method": "latin-hypercube", "count": 2000, "parameters": {
                    "a": {"uniform": [-1, 1]}, "b": {"uniform": [-1, 1]}}}}}""").get("sensitivity");

        assertThat(answer.get("method").stringValue()).isEqualTo("ranks");
        assertThat(answer.get("points").longValue()).isEqualTo(2000);
        assertThat(answer.get("warning").stringValue())
                .startsWith("these points are no design for sensitivity analysis")
                .contains("saltelli");
        JsonNode a = answer.at("/parameters/0/indices");
        assertThat(a.at("/spearman/value").doubleValue()).isBetween(0.9, 1.0);
        assertThat(a.at("/prcc/value").doubleValue())
                .isGreaterThan(a.at("/spearman/value").doubleValue());
        // variances: 1/7 of a^3, 0.01/3 of 0.1 b
        assertThat(a.at("/firstOrder/value").doubleValue()).isCloseTo(1 / (1 + 0.07 / 3), within(0.02));
        assertThat(answer.at("/parameters/1/indices/firstOrder/value").doubleValue())
                .isCloseTo(0.07 / 3 / (1 + 0.07 / 3), within(0.03));
    }

    private Answers extended(Answers answers, String extension) {
        HttpResponse<String> response =
                service().post("/api/v1/sweeps/%d/extend".formatted(answers.sweep()), "application/json", extension);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        service().await(answers.sweep());
        return answers;
    }

    private static String space(String method) {
        String definition = ISHIGAMI.formatted(method);
        return "{" + definition.substring(definition.indexOf("\"space\""));
    }

    /** As if all blocks had been one design: those of the extension begin anew, in what belongs to which parameter too. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            "method": "saltelli", "count": 1024 ~ "method": "saltelli", "count": 4096, "seed": 1 ~ 5120 ~ 0.03
            "method": "fast", "count": 1, "samples": 2049 ~ "method": "fast", "count": 3, "samples": 2049, "seed": 1 ~ 12 ~ 0.06
            """)
    void theBlocksOfAnExtensionCountToo(String design, String extension, long blocks, double tolerance) {
        JsonNode answer = extended(Answers.to(service(), ISHIGAMI.formatted(design)), space(extension))
                .get("sensitivity");

        assertThat(answer.get("blocks").longValue()).isEqualTo(blocks);
        assertThat(answer.get("dropped").longValue()).isZero();
        assertThat(answer.get("pending").longValue()).isZero();
        for (int j = 0; j < 3; j++) {
            JsonNode indices = answer.get("parameters").get(j).get("indices");
            assertThat(indices.at("/S1/value").doubleValue()).isCloseTo(FIRST[j], within(tolerance));
            assertThat(indices.at("/ST/value").doubleValue()).isCloseTo(TOTAL[j], within(tolerance));
        }
    }

    @Test
    void theTrajectoriesOfAnExtensionCountToo() {
        String linear = """
                {"model": {"formula": {"y": "3 * a - 2 * b"}}, "replicates": 2, %s""";
        String space = """
                "space": {"sensitivity": {"method": "morris", "count": %d, "seed": %d, "parameters": {
                  "a": {"uniform": [0, 1]}, "b": {"uniform": [5, 7]}}}}}""";

        JsonNode answer = extended(
                        Answers.to(service(), linear.formatted(space.formatted(20, 1))), "{" + space.formatted(7, 2))
                .get("sensitivity");

        assertThat(answer.get("blocks").longValue()).isEqualTo(27);
        assertThat(answer.get("points").longValue()).isEqualTo(2 * 27 * 3);
        double[] slopes = {3, -4};
        for (int j = 0; j < 2; j++) {
            JsonNode indices = answer.get("parameters").get(j).get("indices");
            assertThat(indices.at("/mu/value").doubleValue()).isCloseTo(slopes[j], within(1e-8));
            assertThat(indices.at("/sigma/value").doubleValue()).isCloseTo(0, within(1e-8));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            {"replicates": 1} ~ replicates were added after the blocks of the design
            "method": "morris", "count": 20 ~ is extended by its own points, which tell nothing new (expected: another seed
            "method": "saltelli", "count": 2 ~ others that are no blocks of its kind (expected: the same method
            """)
    void whyAnExtendedDesignIsOneNoLongerIsSaid(String extension, String reason) {
        Answers answers = Answers.to(service(), ISHIGAMI.formatted("\"method\": \"morris\", \"count\": 10"));

        JsonNode answer = extended(answers, extension.startsWith("{") ? extension : space(extension))
                .get("sensitivity");

        assertThat(answer.get("method").stringValue()).isEqualTo("ranks");
        assertThat(answer.get("points").longValue()).isGreaterThan(40);
        assertThat(answer.get("warning").stringValue()).contains(reason).contains(": spearman and prcc see");
    }

    @Test
    void resamplesAreLimited() {
        assertThat(Answers.to(service(), ISHIGAMI.formatted("\"method\": \"morris\", \"count\": 1"))
                        .problem(400, "sensitivity", "resamples", "10001"))
                .isEqualTo("resamples=10001 (expected: a whole number from 0 to 10000)");
    }
}
