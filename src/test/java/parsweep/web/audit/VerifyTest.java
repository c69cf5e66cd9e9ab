package parsweep.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.harness.Service;
import parsweep.model.ModelException;
import parsweep.web.WithH2;
import tools.jackson.databind.JsonNode;

/** Points that are computed again. */
class VerifyTest extends WithH2 {
    private static final String LAB = "{\"model\": \"lab\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 50]}}}}";

    @AfterEach
    void reset() {
        lab().setExperiment((x, point) -> {});
        lab().setFactor(10);
    }

    private HttpResponse<String> post(long id, String query) {
        return service().post("/api/v1/sweeps/%d/verify%s".formatted(id, query), "application/json", "");
    }

    private JsonNode verify(long id, String query) {
        HttpResponse<String> response = post(id, query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Service.json(response);
    }

    private long run(String definition) {
        return service().run(definition).get("id").longValue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // random streams, arrays, replicates, integers, failed points
                "{\"model\": \"ising-2d\", \"replicates\": 3, \"seed\": 5, \"space\": {\"grid\": {\"temperature\": [2, 3]}}, \"fixed\": {\"size\": 8, \"equilibration\": 5, \"measurements\": 64}}",
                "{\"model\": \"linear-series\", \"space\": {\"grid\": {\"param1\": [1, 2, 3], \"param2\": [4]}}, \"fixed\": {\"n\": 1000}}",
                "{\"model\": {\"formula\": {\"y\": \"1 / a\"}}, \"space\": {\"grid\": {\"a\": {\"arange\": [-50, 50]}}}}"
            })
    void computedAgainTheyAreTheSame(String definition) {
        JsonNode answer = verify(run(definition), "");

        assertThat(answer.get("different").intValue()).as(answer.toString()).isZero();
        assertThat(answer.get("equal").intValue())
                .isEqualTo(answer.get("requested").intValue());
        assertThat(answer.get("complete").booleanValue()).isTrue();
    }

    @Test
    void oneThatDiffersIsNamedWithBothValues() {
        long id = run(LAB);
        lab().setFactor(Math.nextUp(10.0)); // the last bit

        JsonNode answer = verify(id, "?points=50");

        assertThat(answer.get("checked").intValue()).isEqualTo(50);
        assertThat(answer.get("equal").intValue()).isEqualTo(1); // 0, which is 0 times anything
        JsonNode difference = answer.get("differences").get(0);
        assertThat(difference.get("index").longValue()).isEqualTo(1);
        assertThat(difference.get("output").stringValue()).isEqualTo("y");
        assertThat(difference.get("stored").doubleValue()).isEqualTo(10);
        assertThat(difference.get("recomputed").doubleValue()).isEqualTo(Math.nextUp(10.0));
    }

    @Test
    void oneThatFailsNowIsNamedWithBothStatuses() {
        long id = run(LAB);
        lab().setExperiment((x, point) -> {
            if (x == 7) {
                throw new ModelException("not today");
            }
        });

        JsonNode answer = verify(id, "?points=50");

        assertThat(answer.get("different").intValue()).isEqualTo(1);
        JsonNode difference = answer.get("differences").get(0);
        assertThat(difference.get("index").longValue()).isEqualTo(7);
        assertThat(difference.get("stored").stringValue()).isEqualTo("done");
        assertThat(difference.get("recomputed").stringValue()).isEqualTo("error");
    }

    @Test
    void theSeedChoosesThePoints() {
        long id = run(LAB);
        lab().setFactor(11);

        JsonNode first = verify(id, "?points=10&seed=1").get("differences");

        assertThat(verify(id, "?points=10&seed=1").get("differences")).isEqualTo(first);
        assertThat(verify(id, "?points=10&seed=2").get("differences")).isNotEqualTo(first);
    }

    @Test
    void whenTheTimeIsUpItSaysHowFarItCame() {
        long id = run(LAB);
        lab().setExperiment((x, point) -> {
            boolean unused = new CountDownLatch(1).await(1, TimeUnit.HOURS); // until it is interrupted
        });

        JsonNode answer = verify(id, "?seconds=0.3");

        assertThat(answer.get("complete").booleanValue()).isFalse();
        assertThat(answer.get("checked").intValue()).isZero();
        assertThat(answer.get("seconds").doubleValue()).isBetween(0.3, 5.0);
    }

    @Test
    void whatHasNoOutcomeIsNotCompared() {
        CountDownLatch started = new CountDownLatch(1);
        lab().setExperiment((x, point) -> {
            if (x == 30) {
                started.countDown();
                new CountDownLatch(1).await(); // until it is interrupted
            }
        });
        long id = service().start(LAB);
        Awaitility.await().until(() -> started.getCount() == 0);
        service().post("/api/v1/sweeps/" + id + "/cancel", "application/json", "");
        long done = service().await(id).get("progress").get("done").longValue();
        lab().setExperiment((x, point) -> {});

        JsonNode answer = verify(id, "?points=100");

        assertThat(answer.get("equal").longValue()).isEqualTo(done).isLessThan(50);
        assertThat(answer.get("requested").intValue())
                .isEqualTo(
                        answer.get("equal").intValue() + answer.get("skipped").intValue());
    }

    @ParameterizedTest
    @CsvSource({
        "?points=0, points=0 (expected: 1 to 10000)",
        "?points=10001, points=10001 (expected: 1 to 10000)",
        "?seconds=51, seconds=51.0 (expected: 0.1 to 50)",
        "?seconds=NaN, seconds=NaN (expected: 0.1 to 50)"
    })
    void whatIsWrongIsSaid(String query, String message) {
        HttpResponse<String> response = post(run(LAB), query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(message);
    }
}
