package parsweep.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parsweep.harness.Service;
import parsweep.model.Point;
import parsweep.web.WithH2;
import tools.jackson.databind.JsonNode;

/** In which methods points spend their time. */
class ProfileTest extends WithH2 {
    @AfterEach
    void reset() {
        lab().setExperiment((x, point) -> {});
    }

    /** Busy until it is stopped. */
    private static void burn(Point point) throws InterruptedException {
        while (true) {
            point.checkCancelled();
            double sum = 0;
            for (int i = 1; i < 100_000; i++) {
                sum += 1.0 / i;
            }
            if (sum == 0) { // never; but the compiler does not know, and so has to add up
                return;
            }
        }
    }

    private HttpResponse<String> profile(long id, String query) {
        return service().get("/api/v1/sweeps/%d/profile%s".formatted(id, query));
    }

    private long burning() {
        lab().setExperiment((x, point) -> burn(point));
        long id = service().start("{\"model\": \"lab\", \"space\": {\"grid\": {\"x\": [1, 2, 3]}}}");
        Awaitility.await()
                .until(() -> service().status(id).get("state").stringValue().equals("RUNNING"));
        return id;
    }

    private void cancel(long id) {
        service().post("/api/v1/sweeps/" + id + "/cancel", "application/json", "");
        service().await(id);
    }

    @Test
    void theMethodThatBurnsTheTimeIsFound() {
        long id = burning();

        HttpResponse<String> response = profile(id, "?seconds=2&methods=5");
        cancel(id);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode answer = Service.json(response);
        JsonNode hottest = answer.get("methods").get(0);
        assertThat(hottest.get("method").stringValue()).isEqualTo(ProfileTest.class.getName() + ".burn");
        // Fewer than 100 a second only if the processors are taken by others
        assertThat(answer.get("samples").intValue()).isGreaterThan(10);
        assertThat(hottest.get("self").doubleValue())
                .isBetween(0.8, hottest.get("total").doubleValue())
                .isLessThanOrEqualTo(1);
        assertThat(answer.has("programs")).isFalse();
        assertThat(answer.get("methods")).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void onlyOneIsTakenAtATime() {
        long id = burning();
        List<CompletableFuture<HttpResponse<String>>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(CompletableFuture.supplyAsync(() -> profile(id, "?seconds=1")));
        }

        List<Integer> statuses = both.stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();
        cancel(id);

        assertThat(statuses).containsExactlyInAnyOrder(200, 429);
    }

    @Test
    void aSweepThatDoesNotRunHasNoProfile() {
        long id = service()
                .run("{\"model\": \"lab\", \"space\": {\"grid\": {\"x\": [1]}}}")
                .get("id")
                .longValue();

        HttpResponse<String> response = profile(id, "");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("is COMPLETED and has nothing to profile (expected: RUNNING)");
        assertThat(profile(id, "?seconds=0.1").body()).contains("seconds=0.1 (expected: 0.5 to 50)");
    }
}
