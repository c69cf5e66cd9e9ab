package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.harness.Service;
import tools.jackson.databind.JsonNode;

/** Bad requests, documentation and metrics, over HTTP. */
class ApiTest extends WithH2 {
    static Stream<Arguments> badDefinitions() {
        return Stream.of(
                bad("{\"space\": {\"grid\": {\"x\": [1]}}}", "model", "nothing", "a text"),
                bad("{\"model\": \"sqare\", \"space\": {\"grid\": {\"x\": [1]}}}", "model", "sqare", "square"),
                bad("{\"model\": \"square\"}", "space", "nothing", "grid"),
                bad("{\"model\": \"square\", \"space\": {\"grid\": {\"z\": [1]}}}", "space.grid.z", "z", "x"),
                bad("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": []}}}", "space", "[]", "at least one point"),
                bad(
                        "{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, \"NaN\"]}}}",
                        "space.grid.x[1]",
                        "NaN",
                        "a number"),
                bad(
                        "{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1e999]}}}",
                        "space.grid.x[0]",
                        "",
                        "finite"),
                bad(
                        "{\"model\": \"square\", \"space\": {\"grid\": {\"x\": {\"linspace\": [0, 1, -2]}}}}",
                        "space.grid.x.linspace[2]",
                        "-2",
                        "a whole number from 0"),
                bad(
                        "{\"model\": \"linear-series\", \"space\": {\"zip\": {\"param1\": [1, 2], \"param2\": [1]}}}",
                        "space.zip",
                        "'param1' has 2 values, 'param2' has 1",
                        "equal lengths"),
                bad(
                        "{\"model\": \"linear-series\", \"space\": {\"zip\": {\"param1\": [], \"param2\": []}}}",
                        "space",
                        "",
                        "at least one point"),
                bad(
                        "{\"model\": \"linear-series\", \"space\": {\"grid\": {\"param1\": {\"arange\": [0, 1e10]}, \"param2\": {\"arange\": [0, 1e10]}, \"n\": {\"arange\": [1, 1e6]}}}}",
                        "space.grid",
                        "points",
                        "at most"),
                bad(
                        "{\"model\": {\"formula\": {\"y\": \"x + sine(x)\"}}, \"space\": {\"grid\": {\"x\": [1]}}}",
                        "model.formula.y",
                        "column 5: unknown function 'sine'",
                        "sin"),
                bad(
                        "{\"model\": \"square\", \"seed\": -1, \"space\": {\"grid\": {\"x\": [1]}}}",
                        "seed",
                        "-1",
                        "a whole number"),
                bad(
                        "{\"model\": \"square\", \"sed\": 1, \"space\": {\"grid\": {\"x\": [1]}}}",
                        "sed",
                        "unknown field",
                        "seed"));
    }

    private static Arguments bad(String json, String path, String value, String expected) {
        return Arguments.of(json, path, value, expected);
    }

    @ParameterizedTest
    @MethodSource("badDefinitions")
    void aBadDefinitionIsAProblemThatNamesTheFault(String json, String path, String value, String expected) {
        HttpResponse<String> response = service().submit(json);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = Service.json(response);
        assertThat(problem.get("type").stringValue()).isEqualTo("urn:parsweep:problem:invalid-definition");
        assertThat(problem.get("path").stringValue()).isEqualTo(path);
        assertThat(problem.get("value").stringValue()).contains(value);
        assertThat(problem.get("expected").stringValue()).contains(expected);
        assertThat(problem.get("detail").stringValue()).contains(path);
    }

    @Test
    void malformedJsonIsNamedByLineAndColumn() {
        HttpResponse<String> response = service().submit("{\n  \"model\": \"square\",,\n}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("line 2, column 21");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "null", "3", "\"model\""})
    void whatIsNotAnObjectIsRefused(String body) {
        assertThat(service().submit(body).statusCode()).isEqualTo(400);
    }

    @Test
    void aNameThatStandsTwiceIsRefused() {
        HttpResponse<String> response =
                service().submit("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1], \"x\": [2]}}}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("x");
    }

    @Test
    void anotherContentTypeIsRefusedWithAHint() {
        HttpResponse<String> response =
                service().post("/api/v1/sweeps", "application/x-www-form-urlencoded", "{\"model\": \"square\"}");

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body())
                .contains("application/x-www-form-urlencoded", "-H 'Content-Type: application/json'");
    }

    @Test
    void aBodyOf50MegabytesIsRefused() {
        HttpResponse<String> response =
                service().submit("{\"model\": \"square\", \"name\": \"" + "x".repeat(50_000_000) + "\"}");

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("16777216 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/sweeps/999999",
                "/api/v1/sweeps/999999/results.csv",
                "/api/v1/sweeps/999999/points/0",
                "/api/v1/models/none",
                "/api/v1/nothing",
            })
    void whatIsNotThereIsAProblem(String path) {
        HttpResponse<String> response = service().get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Service.json(response).get("type").stringValue()).startsWith("urn:parsweep:problem:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/sweeps?size=0",
                "/api/v1/sweeps?page=-1",
                "/api/v1/sweeps?state=DONE",
                "/api/v1/sweeps/seven",
            })
    void aBadParameterIsNamed(String path) {
        HttpResponse<String> response = service().get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Service.json(response).get("detail").stringValue()).contains("expected");
    }

    @Test
    void aPointThatDoesNotExistIsNamedWithTheRange() {
        long id = service()
                .run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, 2, 3]}}}")
                .get("id")
                .longValue();

        HttpResponse<String> response = service().get("/api/v1/sweeps/" + id + "/points/3");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("0 to 2");
    }

    @Test
    void dryRunShowsWithoutStoring() {
        long before = Service.json(service().get("/api/v1/sweeps")).get("total").longValue();

        HttpResponse<String> response = service()
                .post(
                        "/api/v1/sweeps?dryRun=true",
                        "application/json",
                        "{\"model\": \"square\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 1e12]}}}}");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode preview = Service.json(response);
        assertThat(preview.get("size").longValue()).isEqualTo(1_000_000_000_000L);
        assertThat(preview.at("/first/9/x").doubleValue()).isEqualTo(9);
        assertThat(preview.at("/last/9/x").doubleValue()).isEqualTo(1e12 - 1);
        assertThat(preview.get("seconds").doubleValue()).isPositive();
        assertThat(Service.json(service().get("/api/v1/sweeps")).get("total").longValue())
                .isEqualTo(before);
    }

    @Test
    void dryRunShowsTheParametersOfAFormula() {
        HttpResponse<String> response = service().post("/api/v1/sweeps?dryRun=true", "application/yaml", """
                model: {formula: {y: b - a}}
                space: {grid: {a: [1, 2]}}
                fixed: {b: 5}
                """);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode preview = Service.json(response);
        assertThat(preview.get("model").stringValue()).isEqualTo("formula");
        assertThat(preview.at("/last/1").toString()).isEqualTo("{\"b\":5.0,\"a\":2.0}");
    }

    @Test
    void everyModelIsDescribed() {
        JsonNode models = Service.json(service().get("/api/v1/models"));

        assertThat(models).hasSizeGreaterThan(8);
        for (JsonNode model : models) {
            assertThat(model.get("summary").stringValue()).isNotBlank();
            assertThat(model.get("source").stringValue()).isNotBlank();
            JsonNode one = Service.json(
                    service().get("/api/v1/models/" + model.get("name").stringValue()));
            assertThat(one).isEqualTo(model);
        }
    }

    @Test
    void everySwaggerExampleRuns() {
        JsonNode openApi = Service.json(service().get("/v3/api-docs"));

        JsonNode content = openApi.at("/paths/~1api~1v1~1sweeps/post/requestBody/content");

        assertThat(content.propertyNames()).contains("application/json", "application/yaml");
        content.propertyNames()
                .forEach(type -> content.get(type).get("examples").forEach(example -> {
                    JsonNode value = example.get("value");
                    String body = value.isString() ? value.stringValue() : value.toString();
                    HttpResponse<String> response = service().post("/api/v1/sweeps", type, body);
                    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
                    assertThat(service()
                                    .await(Service.json(response).get("id").longValue())
                                    .get("state")
                                    .stringValue())
                            .isEqualTo("COMPLETED");
                }));
        assertThat(service().get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
    }

    @Test
    void theDocumentNamesTheServiceAndItsProblems() {
        JsonNode openApi = Service.json(service().get("/v3/api-docs"));

        assertThat(openApi.at("/info/title").stringValue()).isEqualTo("Parsweep");
        JsonNode responses = openApi.at("/paths/~1api~1v1~1sweeps/post/responses");
        assertThat(responses.propertyNames()).contains("202", "200", "default");
        assertThat(responses
                        .at("/default/content/application~1problem+json/schema/$ref")
                        .stringValue())
                .endsWith("/Problem");
    }

    @Test
    void statesAreFoundInAnyCase() {
        assertThat(service().get("/api/v1/sweeps?state=completed").statusCode()).isEqualTo(200);
    }

    @Test
    void metricsCountPointsByModel() {
        double before = metric("parsweep_points_total{model=\"square\",status=\"done\"}");

        service().run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 1000]}}}}");

        assertThat(metric("parsweep_points_total{model=\"square\",status=\"done\"}"))
                .isEqualTo(before + 1000);
        assertThat(metric("parsweep_workers")).isPositive();
        assertThat(metric("parsweep_workers_busy")).isBetween(0.0, metric("parsweep_workers"));
        assertThat(metric("parsweep_queue_depth")).isNotNegative();
        assertThat(metric("parsweep_blocks_in_flight")).isNotNegative();
        assertThat(metric("parsweep_point_seconds_bucket{model=\"square\",le=\"+Inf\"}"))
                .isPositive();
        assertThat(metric("parsweep_block_seconds_count{model=\"square\"}")).isPositive();
        assertThat(metric("parsweep_commit_seconds_count{model=\"square\"}")).isPositive();
    }

    /** The value of a line of the Prometheus endpoint; 0 if it is not there. */
    private double metric(String name) {
        return service()
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    @Test
    void healthAndReadinessAreUp() {
        assertThat(service().get("/actuator/health/liveness").body()).contains("UP");
        assertThat(service().get("/actuator/health/readiness").body()).contains("UP");
    }
}
