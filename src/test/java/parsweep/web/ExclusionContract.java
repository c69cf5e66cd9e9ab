package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import parsweep.harness.Service;
import parsweep.model.ModelException;
import tools.jackson.databind.JsonNode;

/** Points that a constraint excludes and values that formulas derive, over HTTP, whatever the database. */
interface ExclusionContract {
    String TRIANGLE = """
            {"model": {"formula": {"y": "a + 10 * b"}},
             "space": {"grid": {"a": [0, 1, 2], "b": [0, 1, 2]}, "where": "a <= b"}}""";

    Service service();

    LabModel lab();

    @Test
    default void anExcludedPointHasItsIndexAndNoOutcome() {
        JsonNode status = service().run(TRIANGLE);

        assertThat(status.get("progress").toString())
                .startsWith("{\"total\":9,\"done\":6,\"failed\":0,\"excluded\":3,\"fraction\":1.0,");
        assertThat(rows(status))
                .containsExactly(
                        "0,0.0,0.0,done,0.0",
                        "1,0.0,1.0,done,10.0",
                        "2,0.0,2.0,done,20.0",
                        "4,1.0,1.0,done,11.0",
                        "5,1.0,2.0,done,21.0",
                        "8,2.0,2.0,done,22.0");
        JsonNode excluded = point(status, 3);
        assertThat(excluded.get("status").stringValue()).isEqualTo("excluded");
        assertThat(excluded.get("parameters").toString()).isEqualTo("{\"a\":1.0,\"b\":0.0}");
        assertThat(excluded.has("outputs") || excluded.has("error") || excluded.has("seconds"))
                .isFalse();
        assertThat(point(status, 4).at("/outputs/y").doubleValue()).isEqualTo(11);
    }

    @Test
    default void alignedColumnsHaveARowForIt() {
        JsonNode status = service().run(TRIANGLE);

        byte[] y = service().download(self(status) + "/results.npy?output=y");
        byte[] text = service().download(self(status) + "/results.npy?output=status");

        assertThat(y).hasSize(128 + 9 * Double.BYTES);
        double[] values = new double[9];
        ByteBuffer.wrap(y, 128, 72)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(values);
        double nan = Double.NaN;
        assertThat(values).containsExactly(0, 10, 20, nan, 11, 21, nan, nan, 22);
        assertThat(text).hasSize(128 + 9 * 4 * "excluded".length());
    }

    @Test
    default void itIsNoFailure() {
        JsonNode status = service().run("""
                {"model": "square", "space": {"grid": {"x": [1, 2, 3]}, "where": "x > 5"}, "onFailure": "stop", "maxRetries": 3}""");

        assertThat(status.at("/progress/excluded").longValue()).isEqualTo(3);
        assertThat(status.at("/progress/failed").longValue()).isZero();
        assertThat(service().get(self(status) + "/failures").body()).isEqualTo("{\"failed\":0,\"groups\":[]}");
        assertThat(service().get(self(status) + "/results.json").body()).isEqualToIgnoringWhitespace("[]");
        HttpResponse<String> retry = service().post(self(status) + "/retry", "application/json", "");
        assertThat(retry.statusCode()).isEqualTo(409);
    }

    @Test
    default void theFingerprintKnowsItFromAPointThatWasTried() {
        String some = "{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, 2, 3]}%s}}";

        String constrained = fingerprint(some.formatted(", \"where\": \"x != 2\""));

        assertThat(fingerprint(some.formatted(", \"where\": \"x < 2 or x > 2\"")))
                .isEqualTo(constrained);
        assertThat(fingerprint(some.formatted(""))).isNotEqualTo(constrained);
        assertThat(fingerprint("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, 3]}}}"))
                .isNotEqualTo(constrained);
    }

    /** The failures of one block are tried again, and its excluded points stay what they were. */
    @Test
    default void aRetryLeavesItAlone() {
        String definition = """
                {"model": "lab", "space": {"grid": {"x": {"arange": [0, 30000]}}, "where": "x % 3 == 0"}}""";
        String undisturbed = fingerprint(definition);
        Set<Long> tried = ConcurrentHashMap.newKeySet();
        lab().setExperiment((x, point) -> {
            if (x % 5 == 0 && tried.add(x)) {
                throw new ModelException("not the first time");
            }
            assertThat(x % 3).isZero();
        });
        try {
            JsonNode first = service().run(definition);
            assertThat(first.at("/progress/failed").longValue()).isEqualTo(2000);
            assertThat(first.at("/progress/excluded").longValue()).isEqualTo(20000);

            service().post(self(first) + "/retry", "application/json", "");
            JsonNode status = service().await(first.get("id").longValue());

            assertThat(status.get("state").stringValue()).isEqualTo("COMPLETED");
            assertThat(status.at("/progress/done").longValue()).isEqualTo(10000);
            assertThat(status.at("/progress/excluded").longValue()).isEqualTo(20000);
            assertThat(status.get("fingerprint").stringValue()).isEqualTo(undisturbed);
            assertThat(point(status, 29_999).get("status").stringValue()).isEqualTo("excluded");
            assertThat(point(status, 29_985).at("/outputs/y").doubleValue()).isEqualTo(299_850);
        } finally {
            lab().setExperiment((x, point) -> {});
        }
    }

    @Test
    default void everyReplicateOfItIsExcludedAndSoAreLaterOnes() {
        JsonNode status = service().run("""
                {"model": "square", "space": {"grid": {"x": [1, 2, 3]}, "where": "x != 2"}, "replicates": 2}""");
        assertThat(status.at("/progress/excluded").longValue()).isEqualTo(2);

        service().post(self(status) + "/extend", "application/json", "{\"replicates\": 1}");
        service().await(status.get("id").longValue());
        service()
                .post(
                        self(status) + "/extend",
                        "application/json",
                        "{\"space\": {\"grid\": {\"x\": [5, 6]}, \"where\": \"x > 5\"}}");
        JsonNode extended = service().await(status.get("id").longValue());

        assertThat(extended.get("progress").toString())
                .startsWith("{\"total\":15,\"done\":9,\"failed\":0,\"excluded\":6,");
        assertThat(rows(extended))
                .extracting(row -> row.substring(0, row.indexOf(',')))
                .containsExactly("0", "1", "4", "5", "6", "8", "12", "13", "14");
    }

    @Test
    default void aDerivedValueThatItsParameterDoesNotTakeIsARejectedRow() {
        JsonNode status = service().run("""
                {"model": "mmc-queue", "fixed": {"customers": 100, "warmUp": 0},
                 "space": {"grid": {"arrivalRate": [1, 2, 3, 4]}, "derive": {"servers": "arrivalRate / 2", "serviceRate": "4 - arrivalRate"},
                           "where": "servers != 1"}}""");

        assertThat(status.get("progress").toString())
                .startsWith("{\"total\":4,\"done\":0,\"failed\":3,\"excluded\":1,");
        JsonNode half = point(status, 0);
        assertThat(half.get("status").stringValue()).isEqualTo("rejected");
        assertThat(half.get("error").stringValue())
                .isEqualTo("derived parameter 'servers' is 0.5 (expected: a whole number in [1, 10000])");
        assertThat(half.at("/parameters/servers").doubleValue()).isEqualTo(0.5);
        assertThat(point(status, 3).get("error").stringValue())
                .isEqualTo("derived parameter 'serviceRate' is 0.0 (expected: a number in (0, 1000000000])");
        assertThat(service().get(self(status) + "/results.csv").body().lines().skip(1))
                .extracting(row -> List.of(row.split(",")).subList(0, 4))
                .containsExactly(
                        List.of("0", "1.0", "3.0", ""),
                        List.of("2", "3.0", "1.0", ""),
                        List.of("3", "4.0", "0.0", "2"));
    }

    @Test
    default void aDryRunTellsWhatIsExcludedAndHowMuchOfTheWhole() {
        HttpResponse<String> response = service().post("/api/v1/sweeps?dryRun=true", "application/json", """
                        {"model": {"formula": {"y": "a * b + c"}},
                         "space": {"grid": {"a": {"linspace": [0, 1, 10000]}, "b": {"linspace": [0, 1, 10000]}},
                                   "derive": {"c": "a^2 + b^2"}, "where": "c <= 1"}}""");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode preview = Service.json(response);
        assertThat(preview.at("/included/firstExcluded").longValue()).isZero();
        assertThat(preview.at("/included/lastExcluded").longValue()).isEqualTo(10);
        double b = preview.at("/first/9/b").doubleValue();
        assertThat(preview.at("/first/9/c").doubleValue()).isEqualTo(b * b).isPositive();
        assertThat(preview.at("/first/9").has("status")).isFalse();
        assertThat(preview.at("/last/9/status").stringValue()).isEqualTo("excluded");
        // Stratified by rows of the grid: far less than the 0.0041 of independent draws; five of these never fail.
        assertThat(preview.at("/included/share").doubleValue()).isCloseTo(Math.PI / 4, within(5 * 0.0041));
        assertThat(preview.at("/included/sampled").longValue()).isEqualTo(10_000);
        assertThat(preview.get("secondsPerPoint").doubleValue()).isPositive();
    }

    @Test
    default void aDryRunOfFewPointsIsExact() {
        HttpResponse<String> response = service().post("/api/v1/sweeps?dryRun=true", "application/json", TRIANGLE);

        assertThat(Service.json(response).get("included").toString())
                .isEqualTo(
                        "{\"share\":0.6666666666666666,\"points\":6,\"sampled\":9,\"firstExcluded\":3,\"lastExcluded\":3}");
    }

    /** Written with a row per point this would be 20 blocks and 130 MB in memory. */
    @Test
    default void tenMillionExcludedPointsCostTheirFormulaAndAFewBytes() {
        JsonNode status = service().run("""
                {"model": {"formula": {"y": "a + b"}},
                 "space": {"grid": {"a": {"arange": [0, 10000]}, "b": {"arange": [0, 1000]}}, "where": "b == a % 1000"}}""");

        assertThat(status.at("/progress/done").longValue()).isEqualTo(10_000);
        assertThat(status.at("/progress/excluded").longValue()).isEqualTo(9_990_000);
        assertThat(status.get("storedBytes").longValue()).isLessThan(400_000);
        assertThat(status.at("/timing/speedUp").doubleValue())
                .isLessThan(status.at("/timing/workers").intValue());
        assertThat(service().get(self(status) + "/results.csv").body().lines()).hasSize(10_001);
    }

    @Test
    default void theMetricsCountItApart() {
        double before = metric();

        service().run(TRIANGLE);

        assertThat(metric()).isEqualTo(before + 3);
    }

    private double metric() {
        return service()
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("parsweep_points_total")
                        && line.contains("status=\"excluded\"")
                        && line.contains("model=\"formula\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private String fingerprint(String definition) {
        return service().run(definition).get("fingerprint").stringValue();
    }

    private JsonNode point(JsonNode status, long index) {
        return Service.json(service().get(self(status) + "/points/" + index));
    }

    /** The rows of the CSV less replicate, seed and seconds. */
    private List<String> rows(JsonNode status) {
        return service()
                .get(self(status) + "/results.csv")
                .body()
                .lines()
                .skip(1)
                .map(row -> row.replaceFirst(",\\d+,\\d+,(\\w+),[^,]*,", ",$1,"))
                .toList();
    }

    private static String self(JsonNode status) {
        return status.at("/links/self").stringValue();
    }
}
