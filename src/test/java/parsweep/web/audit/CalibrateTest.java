package parsweep.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parsweep.harness.Service;
import parsweep.web.WithH2;
import tools.jackson.databind.JsonNode;

/** The scaling curve. */
@Tag("alone")
class CalibrateTest extends WithH2 {
    private static final String LAB = "{\"model\": \"lab\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 200]}}}}";

    @AfterEach
    void reset() {
        lab().setExperiment((x, point) -> {});
    }

    private HttpResponse<String> post(long id, String query) {
        return service().post("/api/v1/sweeps/%d/calibrate%s".formatted(id, query), "application/json", "");
    }

    @Test
    void pointsThatWaitScaleWithTheWorkers() {
        long id = service().run(LAB).get("id").longValue();
        lab().setExperiment((x, point) -> {
            boolean unused = new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS);
        });

        HttpResponse<String> response = post(id, "?seconds=2&workers=2");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode answer = Service.json(response);
        JsonNode curve = answer.get("curve");
        assertThat(answer.get("complete").booleanValue()).as(answer.toString()).isTrue();
        assertThat(curve).hasSize(Math.min(2, Runtime.getRuntime().availableProcessors()));
        assertThat(curve.get(0).get("speedUp").doubleValue()).isEqualTo(1);
        assertThat(curve.get(curve.size() - 1).get("speedUp").doubleValue())
                .as(answer.toString())
                .isGreaterThan(0.7 * curve.size()); // 1 if the points ran one after another
        assertThat(answer.get("serial").get("pointSeconds").doubleValue())
                .isBetween(
                        answer.get("points").longValue() * 0.005,
                        answer.get("serial").get("seconds").doubleValue());
        assertThat(answer.get("seconds").doubleValue()).isLessThan(4);
    }

    @Test
    void workersThatComputeAreNotMeasured() {
        long id = service().run(LAB).get("id").longValue();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        lab().setExperiment((x, point) -> {
            started.countDown();
            go.await();
        });
        long busy = service().start(LAB);
        Awaitility.await().until(() -> started.getCount() == 0);

        HttpResponse<String> response = post(id, "");
        go.countDown();
        service().await(busy);

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).contains("workers are computing");
    }

    @Test
    void aPointThatTakesLongerThanThereIsTimeIsNoMeasurement() {
        long id = service().run(LAB).get("id").longValue();
        lab().setExperiment((x, point) -> {
            boolean unused = new CountDownLatch(1).await(1, TimeUnit.HOURS);
        });

        HttpResponse<String> response = post(id, "?seconds=0.3");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("no point came to its end within 0.300 s (expected: more time)");
    }
}
