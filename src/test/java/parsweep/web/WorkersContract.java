package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import parsweep.harness.Service;
import tools.jackson.databind.JsonNode;

/** Who computes, over HTTP, on any database; more than one process is {@code ClusterTest}'s. */
interface WorkersContract {
    Service service();

    LabModel lab();

    private JsonNode workers() {
        return Service.json(service().get("/api/v1/workers"));
    }

    private JsonNode worker() {
        JsonNode all = workers().get("workers");
        assertThat(all).as(all.toString()).hasSize(1);
        return all.get(0);
    }

    private void awaitState(String state) {
        Awaitility.await(state)
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> worker().get("state").stringValue(), state::equals);
    }

    private HttpResponse<String> post(String name, String command) {
        return service().post("/api/v1/workers/" + name + "/" + command, "application/json", "");
    }

    @Test
    default void aWorkerIsListedWithWhatItCanDo() {
        JsonNode worker = worker();

        assertThat(worker.get("name").stringValue())
                .contains("-" + ProcessHandle.current().pid() + "-");
        assertThat(worker.get("state").stringValue()).isEqualTo("ACTIVE");
        assertThat(worker.get("slots").intValue())
                .isEqualTo(Runtime.getRuntime().availableProcessors())
                .isEqualTo(workers().get("slots").intValue());
        assertThat(worker.get("heartbeatAgeSeconds").doubleValue()).isBetween(0.0, 4.0);
        assertThat(worker.get("startedAt").stringValue()).startsWith("20");
        assertThat(StreamSupport.stream(worker.get("models").spliterator(), false)
                        .map(model -> model.get("name").stringValue()))
                .contains("lab", "square", "wormlike-chain");
    }

    @Test
    default void aWorkerTellsWhatItRunsAndHowFastItWas() {
        lab().setExperiment((x, point) -> Thread.sleep(5));
        long id = service().start("{\"model\": \"lab\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 1e6]}}}}");

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> worker().get("pointsPerSecond").doubleValue() > 10
                        && worker().get("busy").intValue() > 0
                        && worker().get("shards").toString().contains("\"" + id + "/"));
        assertThat(workers().get("busy").intValue()).isPositive();

        service().delete("/api/v1/sweeps/" + id);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> worker().get("shards").isEmpty());
        lab().setExperiment((x, point) -> {});
    }

    /** Points that run when it is drained are finished and stored. */
    @Test
    default void aDrainedWorkerFinishesItsPointsAndTakesNoMoreUntilItIsResumed() {
        String name = worker().get("name").stringValue();
        lab().setExperiment((x, point) -> Thread.sleep(300));
        long id = service().start("{\"model\": \"lab\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 50]}}}}");
        Awaitility.await().until(() -> worker().get("busy").intValue() > 0);

        try {
            assertThat(post(name, "drain").statusCode()).isEqualTo(200);
            awaitState("DRAINED");
            JsonNode status = service().status(id);
            assertThat(status.at("/progress/done").longValue()).isBetween(1L, 49L);
            assertThat(status.at("/progress/failed").longValue()).isZero();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> service().status(id).has("waiting"));
            assertThat(service().status(id).get("waiting").stringValue()).startsWith("no worker takes shards");
            assertThat(workers().get("slots").intValue()).isZero();
        } finally {
            lab().setExperiment((x, point) -> {});
            assertThat(post(name, "resume").statusCode()).isEqualTo(200);
        }

        assertThat(service().await(id).at("/progress/done").longValue()).isEqualTo(50);
        assertThat(worker().get("state").stringValue()).isEqualTo("ACTIVE");
        assertThat(service().status(id).has("waiting")).isFalse();
    }

    @Test
    default void aWorkerThatIsNotThereCannotBeDrained() {
        HttpResponse<String> answer = post("nobody", "drain");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("no worker 'nobody' (expected: a name that GET /api/v1/workers lists)");
    }
}
