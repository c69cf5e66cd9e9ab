package parsweep.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** A server and workers, each a process, on one PostgreSQL; its long form is a harness. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // the last ones take processes away
class ClusterTest {
    private static Crew crew;
    private static ServiceProcess serving;
    private static ServiceProcess first;
    private static ServiceProcess second;
    private static Service server;

    @BeforeAll
    static void start() throws IOException {
        crew = new Crew(ServiceProcess.classPath(), Files.createTempDirectory(Path.of("target"), "cluster-"));
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
                .contains("parsweep_cluster_slots 4.0");
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
}
