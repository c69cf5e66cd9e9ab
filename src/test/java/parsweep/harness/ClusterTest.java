package parsweep.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** A server and workers, each a process, on one PostgreSQL; its long form is a harness. */
@Tag("alone")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // the last ones take processes away
class ClusterTest {
    private static Crew crew;
    private static ServiceProcess serving;
    private static ServiceProcess first;
    private static ServiceProcess second;
    private static Service server;

    @BeforeAll
    static void start() throws IOException {
        Path directory = Files.createTempDirectory(Path.of("target"), "cluster-");
        crew = new Crew(ServiceProcess.classPath(), directory, Postgres.unsynced(directory));
        serving = crew.server();
        first = crew.worker(2);
        second = crew.worker(2);
        crew.awaitReady();
        server = serving.service();
        Crew.awaitActive(server, 2);
    }

    @AfterAll
    static void stop() throws IOException {
        crew.close();
    }

    @Test
    @Order(1)
    void aWorkerHasHealthAndMetricsAndNothingElse() {
        Service worker = first.service();

        assertThat(worker.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(worker.get("/actuator/prometheus").body())
                .contains("parsweep_workers 2.0")
                .containsPattern("hikaricp_connections_max\\{[^}]*} 6\\.0"); // role-worker.yml is read
        Awaitility.await("the next heartbeat, after which the other worker is seen")
                .until(() -> worker.get("/actuator/prometheus").body().contains("parsweep_cluster_slots 4.0"));
        for (String path : new String[] {"/", "/api/v1/sweeps", "/api/v1/models", "/swagger-ui.html", "/v3/api-docs"}) {
            HttpResponse<String> answer = worker.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("parsweep.role=worker");
        }
    }

    @Test
    @Order(2)
    void aServerComputesNothingAndAllWorkersComputeASweep() {
        JsonNode status = server.run(Crew.sleeping(100, 20, ""));

        assertThat(serving.service().get("/actuator/prometheus").body()).contains("parsweep_workers 0.0");
        assertThat(status.at("/timing/workers").intValue()).isEqualTo(4);
        for (ServiceProcess worker : new ServiceProcess[] {first, second}) {
            assertThat(worker.service().get("/actuator/prometheus").body())
                    .containsPattern("parsweep_points_total\\{model=\"sleep\",status=\"done\"} [1-9]");
            assertThat(Crew.worker(server, worker).get("models").toString())
                    .contains("{\"name\":\"sleep\",\"version\":\"1\"}");
        }
    }

    @Test
    @Order(3)
    void aSweepHasNoMoreWorkersThanItMayHaveOnAllMachines() {
        long id = server.start(Crew.sleeping(60, 100, "\"maxParallelism\": 3,"));

        int most = 0;
        while (!server.status(id).path("timing").has("finishedAt")) {
            most = Math.max(
                    most,
                    Crew.workers(server).stream()
                            .mapToInt(worker -> worker.get("shards").size())
                            .sum());
        }

        assertThat(most).isEqualTo(3);
        assertThat(server.status(id).at("/timing/pointSeconds").doubleValue()
                        / server.status(id).at("/timing/elapsedSeconds").doubleValue())
                .isLessThanOrEqualTo(3);
    }

    /** Turns are a second when others wait, and some 40 are taken: a turn more or less of one sweep is within the bounds. */
    @Test
    @Order(4)
    void sweepsShareTheWorkersOfAllMachinesByTheirPriorities() {
        long once = server.start(Crew.sleeping(100_000, 20, "\"priority\": 1,"));
        long thrice = server.start(Crew.sleeping(100_000, 20, "\"priority\": 3,"));
        Awaitility.await("points of both")
                .atMost(Duration.ofMinutes(2))
                .until(() -> pointSeconds(once) + pointSeconds(thrice) > 40);
        double ratio = pointSeconds(thrice) / pointSeconds(once);

        JsonNode small = server.run(Crew.sleeping(10, 20, ""));

        assertThat(ratio).isBetween(1.8, 5.0);
        assertThat(small.get("state").stringValue()).isEqualTo("COMPLETED");
        for (long id : new long[] {once, thrice}) {
            assertThat(server.status(id).get("state").stringValue()).isEqualTo("RUNNING");
            server.post("/api/v1/sweeps/" + id + "/cancel", "application/json", "");
        }
    }

    private static double pointSeconds(long id) {
        return server.status(id).at("/timing/pointSeconds").doubleValue();
    }

    @Test
    @Order(5)
    void aCancelledSweepStopsOnEveryMachineWithinASecond() {
        long id = server.start(Crew.sleeping(100, 60_000, ""));
        Crew.awaitBusy(server, first);
        Crew.awaitBusy(server, second);

        server.post("/api/v1/sweeps/" + id + "/cancel", "application/json", "");

        Awaitility.await()
                .atMost(Duration.ofMillis(1500)) // a second, and to be told on a machine that is busy
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Crew.workers(server).stream()
                        .allMatch(worker -> worker.get("shards").isEmpty()));
    }

    /** One stands still and one is dead: for some seconds there is nobody. The first comes back and believes it is still now. */
    @Test
    @Order(6)
    void aSweepOutlivesAllItsWorkersAndOneThatComesBackChangesNothing() throws Exception {
        String sweep = Crew.sleeping(100, 100, "");
        JsonNode fingerprint = server.run(sweep).get("fingerprint");
        long id = server.start(sweep);
        Crew.awaitBusy(server, first);
        Crew.awaitBusy(server, second);

        first.freeze();
        second.kill();
        awaitState(first, "LOST");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> Crew.worker(server, first).get("shards").isEmpty()
                        && server.status(id).path("waiting").stringValue("").startsWith("no worker takes shards"));
        first.thaw();

        JsonNode status = server.await(id);
        assertThat(status.get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(status.get("fingerprint")).isEqualTo(fingerprint);
        assertThat(status.has("waiting")).isFalse();
        awaitState(first, "ACTIVE");
    }

    private static void awaitState(ServiceProcess worker, String state) {
        Awaitility.await(worker.pid() + " to be " + state)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Crew.worker(server, worker).get("state").stringValue(), state::equals);
    }
}
