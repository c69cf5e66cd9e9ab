package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import parsweep.harness.Service;
import tools.jackson.databind.JsonNode;

/** A service whose limits are within reach, whatever the database. */
interface LimitsContract {
    /** Limits that a test can reach. */
    static void settings(DynamicPropertyRegistry registry) {
        Map.of(
                        "parsweep.workers", "2",
                        "parsweep.limits.points", "1000",
                        "parsweep.limits.active-sweeps", "3",
                        "parsweep.limits.bytes-per-sweep", "200KB",
                        "parsweep.limits.bytes", "500KB",
                        "parsweep.limits.body", "4KB",
                        "parsweep.limits.stuck-threads", "0",
                        "parsweep.retention", "1h")
                .forEach((name, value) -> registry.add(name, () -> value));
    }

    String READINESS = "/actuator/health/readiness";

    Service service();

    LabModel lab();

    /** Whose free space the test decides on. */
    SettableDisk disk();

    @AfterEach
    default void tidyUp() {
        lab().setExperiment((x, point) -> {});
        disk().setFree(Long.MAX_VALUE);
        for (JsonNode sweep :
                Service.json(service().get("/api/v1/sweeps?size=200")).get("sweeps")) {
            service().delete("/api/v1/sweeps/" + sweep.get("id").longValue());
        }
        Awaitility.await("a calm service").until(() -> service().get(READINESS).statusCode() == 200);
    }

    private static String points(int count, String more) {
        return "{\"model\": \"lab\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, %d]}}}%s}".formatted(count, more);
    }

    /** Some 5 bytes of results per value. */
    private static String series(int points, int values) {
        return """
                {"model": "linear-series", "fixed": {"n": %d, "param2": 1.4142135623730951},
                 "space": {"grid": {"param1": {"linspace": [0.1234567, 3.1415926, %d]}}}}""".formatted(values, points);
    }

    private HttpResponse<String> command(long id, String command, String body) {
        return service().post("/api/v1/sweeps/" + id + "/" + command, "application/json", body);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String type, String... words) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Service.json(response).get("type").stringValue()).isEqualTo("urn:parsweep:problem:" + type);
        assertThat(Service.json(response).get("detail").stringValue()).contains(words);
    }

    @Test
    default void tooManyPointsAreRefused() {
        long id = service().start(points(1000, ""));
        service().await(id);

        String[] words = {"1001 points", "parsweep.limits.points=1000"};
        assertProblem(service().submit(points(1001, "")), 422, "limit", words);
        assertProblem(
                service().post("/api/v1/sweeps?dryRun=true", "application/json", points(1001, "")),
                422,
                "limit",
                words);
        assertProblem(command(id, "extend", "{\"space\": {\"grid\": {\"x\": [1000]}}}"), 422, "limit", words);
        assertProblem(command(id, "extend", "{\"replicates\": 1}"), 422, "limit", "2000 points");
    }

    @Test
    default void tooManyActiveSweepsAreRefusedUntilOneIsOver() {
        long over = service().start(points(10, ""));
        service().await(over);
        CountDownLatch go = new CountDownLatch(1);
        lab().setExperiment((x, point) -> go.await());
        long first = service().start(points(10, ""));
        service().start(points(10, ""));
        long paused = service().start(points(10, ""));
        command(paused, "pause", "");

        String[] words = {"3 sweeps", "parsweep.limits.active-sweeps=3"};
        HttpResponse<String> refused = service().submit(points(10, ""));
        assertProblem(refused, 429, "capacity", words);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertProblem(command(over, "extend", "{\"replicates\": 1}"), 429, "capacity", words);
        assertThat(command(paused, "extend", "{\"replicates\": 1}").statusCode())
                .isEqualTo(200);
        command(first, "cancel", "");
        long next = service().start(points(10, ""));
        assertProblem(command(first, "retry", ""), 429, "capacity", words);
        go.countDown();
        assertThat(service().await(next).get("state").stringValue()).isEqualTo("COMPLETED");
    }

    @Test
    default void aSweepWithTooManyBytesOfResultsIsStopped() {
        long id = service().start(series(1000, 100_000));

        JsonNode status = service().await(id);

        assertThat(status.get("state").stringValue()).as(status.toString()).isEqualTo("FAILED");
        assertThat(status.get("message").stringValue()).contains("parsweep.limits.bytes-per-sweep=200KB", "retry");
        assertThat(status.at("/progress/done").intValue()).isBetween(1, 999);
        Awaitility.await("its workers are done with it")
                .until(() -> command(id, "retry", "").statusCode() == 422);
        assertProblem(command(id, "retry", ""), 422, "limit", "parsweep.limits.bytes-per-sweep=200KB");
    }

    @Test
    default void nothingIsComputedWhileResultsTakeTooMuchRoom() {
        CountDownLatch go = new CountDownLatch(1);
        lab().setExperiment((x, point) -> go.await());
        long held = service().start(points(1000, ", \"maxParallelism\": 1"));
        List<Long> others = new ArrayList<>();
        HttpResponse<String> refused = service().submit(series(20, 1000));
        while (refused.statusCode() == 202) {
            others.add(Service.json(refused).get("id").longValue());
            service().await(others.get(others.size() - 1));
            refused = service().submit(series(20, 1000));
        }

        assertProblem(refused, 503, "full", "parsweep.limits.bytes=500KB");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertProblem(command(others.get(0), "extend", "{\"replicates\": 1}"), 503, "full", "parsweep.limits.bytes");
        awaitReadiness(503);
        JsonNode engine = Service.json(service().get(READINESS)).at("/components/engine");
        assertThat(engine.get("status").stringValue()).isEqualTo("OUT_OF_SERVICE");
        assertThat(engine.at("/details/reason").stringValue()).contains("parsweep.limits.bytes=500KB");
        go.countDown();
        Awaitility.await("the end of the turn").until(() -> busy() == 0);
        assertThat(service().status(held).at("/progress/done").intValue()).isBetween(1, 999);

        others.forEach(id -> service().delete("/api/v1/sweeps/" + id));

        assertThat(service().await(held).get("state").stringValue()).isEqualTo("COMPLETED");
        awaitReadiness(200);
    }

    private double busy() {
        return service()
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("parsweep_workers_busy "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }

    private void awaitReadiness(int status) {
        Awaitility.await("readiness " + status)
                .until(() -> service().get(READINESS).statusCode() == status);
    }

    @Test
    default void nothingIsComputedWhileTheDiskIsFull() {
        long paused = service().start(points(1000, ", \"maxParallelism\": 1"));
        command(paused, "pause", "");
        disk().setFree(1000);
        awaitReadiness(503);

        assertThat(service().get(READINESS).body()).contains("1000B", "parsweep.limits.free-disk=256MB");
        assertProblem(service().submit(points(1, "")), 503, "full", "parsweep.limits.free-disk=256MB");
        assertThat(service().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        disk().setFree(256 << 20);
        awaitReadiness(200);

        command(paused, "resume", "");
        assertThat(service().await(paused).get("state").stringValue()).isEqualTo("COMPLETED");
    }

    @Test
    default void threadsThatHangInAModelMakeItUnready() {
        CountDownLatch release = new CountDownLatch(1);
        lab().setExperiment((x, point) -> {
            while (release.getCount() > 0) {
                try {
                    release.await();
                } catch (InterruptedException ignored) {
                    // as a bad model does
                }
            }
        });

        JsonNode status = service().await(service().start(points(1, ", \"pointTimeout\": \"50ms\"")));

        assertThat(status.at("/progress/failed").intValue()).isOne();
        JsonNode engine = Service.json(service().get(READINESS)).at("/components/engine");
        assertThat(engine.get("status").stringValue()).isEqualTo("DOWN");
        assertThat(engine.at("/details/stuckThreads").intValue()).isOne();
        assertThat(engine.at("/details/reason").stringValue()).contains("parsweep.limits.stuck-threads=0");
        release.countDown();
        awaitReadiness(200);
    }

    @Test
    default void aBodyThatIsTooLongIsRefused() {
        HttpResponse<String> response = service().submit(points(1, ", \"name\": \"" + "x".repeat(5000) + "\""));

        assertProblem(response, 413, "too-large", "parsweep.limits.body=4KB");
    }

    @Test
    default void aSweepWithoutRetentionHasThatOfTheService() {
        JsonNode timing = service().await(service().start(points(1, ""))).get("timing");

        assertThat(Duration.between(
                        Instant.parse(timing.get("finishedAt").stringValue()),
                        Instant.parse(timing.get("expiresAt").stringValue())))
                .isEqualTo(Duration.ofHours(1));
    }
}
