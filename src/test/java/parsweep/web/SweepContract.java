package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import parsweep.harness.Service;
import tools.jackson.databind.JsonNode;

/** What sweeps do over HTTP, whatever the database. */
interface SweepContract {
    Service service();

    @Test
    default void aGridOfAMillionPointsCompletesInOrder() {
        JsonNode status = service().run("""
                {"model": "square", "space": {"grid": {"x": {"arange": [0, 1000000]}}}}""");

        assertThat(status.at("/progress/done").longValue()).isEqualTo(1_000_000);
        assertThat(status.at("/progress/failed").longValue()).isZero();
        List<String> lines = lines(status, "csv");
        assertThat(lines).hasSize(1_000_001);
        assertThat(lines.get(0)).isEqualTo("index,x,replicate,seed,status,seconds,y");
        for (int i = 0; i < 1_000_000; i++) {
            String line = lines.get(i + 1);
            if (!line.startsWith(i + "," + (double) i + ",0,")
                    || !line.endsWith("," + Double.toString((double) i * i))) {
                // Double.toString of JDK 17 is not always the shortest form; ours is
                assertThat(Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
                        .as(line)
                        .isEqualTo((double) i * i);
                assertThat(line).startsWith(i + ",");
            }
        }
    }

    @Test
    default void aFormulaIsSweptLikeAnyModel() {
        JsonNode status = service().run("""
                {"model": {"formula": {"y": "a * sin(b) + c^2", "z": "y / (a - 2)"}},
                 "space": {"grid": {"a": [1, 2], "b": [0, 0.5]}}, "fixed": {"c": 3}}""");

        assertThat(status.get("model").stringValue()).isEqualTo("formula");
        assertThat(status.get("modelVersion").stringValue()).matches("3-[0-9a-f]{12}");
        assertThat(status.at("/progress/done").longValue()).isEqualTo(2);
        assertThat(status.at("/progress/failed").longValue()).isEqualTo(2); // a = 2 divides by zero
        List<String> lines = lines(status, "csv");
        assertThat(lines.get(0)).isEqualTo("index,a,b,c,replicate,seed,status,seconds,y,z");
        assertThat(lines.get(1)).endsWith(",9.0,-9.0");
        double y = StrictMath.sin(0.5) + 9;
        assertThat(lines.get(2)).endsWith("," + y + "," + -y);
        assertThat(lines.get(3)).contains(",non-finite,");
        assertThat(Service.json(service().get("/api/v1/sweeps?model=formula"))
                        .get("total")
                        .longValue())
                .isPositive();
    }

    @Test
    default void fingerprintsAreThoseOfTheDefinition() {
        String definition = """
                {"model": "wormlike-chain", "seed": %d, "replicates": 2, "fixed": {"chains": 5},
                 "space": {"grid": {"packingRatio": [40, 50], "persistenceLength": {"linspace": [30, 60, 5]}}}}""";

        String first = service().run(definition.formatted(7)).get("fingerprint").stringValue();
        String again = service().run(definition.formatted(7)).get("fingerprint").stringValue();
        String other = service().run(definition.formatted(8)).get("fingerprint").stringValue();

        assertThat(again).isEqualTo(first).hasSize(32);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    default void statusTellsProgressTimingAndLinks() {
        HttpResponse<String> accepted = service().submit("""
                {"name": "hundred", "model": "square", "space": {"grid": {"x": {"linspace": [0, 1, 100]}}}}""");

        assertThat(accepted.statusCode()).isEqualTo(202);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        long id = Service.json(accepted).get("id").longValue();
        assertThat(location).isEqualTo("/api/v1/sweeps/" + id);
        JsonNode status = service().await(id);
        assertThat(status.get("name").stringValue()).isEqualTo("hundred");
        assertThat(status.at("/progress/total").longValue()).isEqualTo(100);
        assertThat(status.at("/progress/fraction").doubleValue()).isEqualTo(1);
        assertThat(status.at("/timing/elapsedSeconds").doubleValue()).isPositive();
        assertThat(status.at("/timing/pointSeconds").doubleValue()).isPositive();
        assertThat(status.at("/timing/speedUp").doubleValue())
                .isCloseTo(
                        status.at("/timing/pointSeconds").doubleValue()
                                / status.at("/timing/elapsedSeconds").doubleValue(),
                        within(1e-9));
        for (JsonNode link : status.get("links")) {
            assertThat(service().get(link.stringValue()).statusCode())
                    .as(link.stringValue())
                    .isEqualTo(200);
        }
    }

    @Test
    default void progressNeverGoesBack() {
        long id = service().start("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 5e6]}}}}");
        long before = 0;
        JsonNode status = service().status(id);
        while (!status.get("state").stringValue().equals("COMPLETED")) {
            long done = status.at("/progress/done").longValue();
            assertThat(done).isGreaterThanOrEqualTo(before);
            before = done;
            status = service().status(id);
        }

        assertThat(status.at("/progress/done").longValue()).isEqualTo(5_000_000);
    }

    @Test
    default void oneBadPointIsOneBadRow() {
        JsonNode status = service().run("""
                {"model": "linear-series", "fixed": {"n": 3},
                 "space": {"points": [{"param1": 1, "param2": 1}, {"param1": 1e308, "param2": 1e200}, {"param1": 2, "param2": 0}]}}""");

        assertThat(status.at("/progress/done").longValue()).isEqualTo(2);
        assertThat(status.at("/progress/failed").longValue()).isEqualTo(1);
        List<String> rows = lines(status, "ndjson");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).contains("\"status\":\"done\"").endsWith("\"series\":[-1.0,0.0,1.0]}");
        assertThat(rows.get(1)).contains("\"status\":\"non-finite\"").endsWith("\"series\":null}");
        JsonNode point = Service.json(service().get(self(status) + "/points/1"));
        assertThat(point.get("status").stringValue()).isEqualTo("non-finite");
        assertThat(point.get("error").stringValue()).contains("series");
        assertThat(point.at("/parameters/param2").doubleValue()).isEqualTo(1e200);
    }

    @Test
    default void cancelStopsARunningSweepWithinASecond() {
        long id = service().start("""
                {"model": "wormlike-chain", "fixed": {"chains": 100000, "packingRatio": 50, "persistenceLength": 50},
                 "space": {"grid": {"genomicLength": {"arange": [20000, 30000]}}}}""");

        long started = System.nanoTime();
        HttpResponse<String> cancelled = service().post("/api/v1/sweeps/" + id + "/cancel", "application/json", "");

        assertThat(cancelled.statusCode()).isEqualTo(200);
        JsonNode status = service().await(id);
        assertThat(status.get("state").stringValue()).isEqualTo("CANCELLED");
        service().run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1]}}}"); // the workers are free again
        assertThat((System.nanoTime() - started) * 1e-9).isLessThan(10); // two points would take some minutes
        HttpResponse<String> again = service().post("/api/v1/sweeps/" + id + "/cancel", "application/json", "");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("CANCELLED");
    }

    @Test
    default void aDeletedSweepIsGone() {
        JsonNode status = service().run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, 2]}}}");

        assertThat(service().delete(self(status)).statusCode()).isEqualTo(204);

        assertThat(service().get(self(status)).statusCode()).isEqualTo(404);
        assertThat(service().get(self(status) + "/results.csv").statusCode()).isEqualTo(404);
        assertThat(service().delete(self(status)).statusCode()).isEqualTo(404);
    }

    @Test
    default void aShortSweepDoesNotWaitForALongOne() {
        long longOne =
                service().start("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 1e9]}}}}");
        long started = System.nanoTime();

        service().run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 10]}}}}");

        assertThat((System.nanoTime() - started) * 1e-9).isLessThan(5);
        assertThat(service().status(longOne).get("state").stringValue()).isEqualTo("RUNNING");
        service().post("/api/v1/sweeps/" + longOne + "/cancel", "application/json", "");
        assertThat(service().delete("/api/v1/sweeps/" + longOne).statusCode()).isEqualTo(204);
    }

    @Test
    default void listsNewestFirstAndFilters() {
        long a = service().start("{\"name\": \"zebra A\", \"model\": \"square\", \"space\": {\"grid\": {\"x\": [1]}}}");
        long b = service().start("{\"name\": \"zebra B\", \"model\": \"square\", \"space\": {\"grid\": {\"x\": [1]}}}");
        service().await(a);
        service().await(b);

        JsonNode page = Service.json(service().get("/api/v1/sweeps?q=ZEBRA&state=COMPLETED&model=square&size=10"));

        assertThat(page.get("total").longValue()).isEqualTo(2);
        assertThat(page.at("/sweeps/0/id").longValue()).isEqualTo(b);
        assertThat(page.at("/sweeps/1/id").longValue()).isEqualTo(a);
        assertThat(Service.json(service().get("/api/v1/sweeps?q=100%25"))
                        .get("total")
                        .longValue())
                .isZero();
    }

    private List<String> lines(JsonNode status, String format) {
        return service().get(self(status) + "/results." + format).body().lines().toList();
    }

    private static String self(JsonNode status) {
        return status.at("/links/self").stringValue();
    }
}
