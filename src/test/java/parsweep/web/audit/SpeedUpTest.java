package parsweep.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parsweep.harness.Service;
import parsweep.web.WithH2;
import tools.jackson.databind.JsonNode;

/** Where the time of a sweep went. */
class SpeedUpTest extends WithH2 {
    private static final int POINTS = 40;
    private static final int SLOW = 17;

    @AfterEach
    void reset() {
        lab().setExperiment((x, point) -> {});
    }

    private JsonNode speedUp(long id, String query) {
        return Service.json(service().get("/api/v1/sweeps/%d/speedup%s".formatted(id, query)));
    }

    private long run() {
        // Threads that wait, so that as many run at a time as there are workers, whatever the processors do.
        lab().setExperiment((x, point) -> {
            boolean unused = new CountDownLatch(1).await(x == SLOW ? 60 : 10, TimeUnit.MILLISECONDS);
        });
        return service()
                .run("{\"model\": \"lab\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, %d]}}}}".formatted(POINTS))
                .get("id")
                .longValue();
    }

    @Test
    void thePartsAddUpToTheCapacity() {
        JsonNode answer = speedUp(run(), "");

        JsonNode time = answer.get("time");
        double parts = 0;
        for (String part :
                new String[] {"points", "betweenPoints", "commit", "bookKeeping", "queue", "idleOrElsewhere"}) {
            assertThat(time.get(part).doubleValue()).as(part).isGreaterThanOrEqualTo(0);
            parts += time.get(part).doubleValue();
        }
        double capacity =
                answer.get("workers").intValue() * answer.get("elapsedSeconds").doubleValue();
        assertThat(time.get("capacity").doubleValue()).isCloseTo(capacity, within(1e-9));
        // Turns are timed by another clock than the sweep, and the last ends a little after it.
        assertThat(parts).isCloseTo(capacity, within(0.1 * capacity));
    }

    @Test
    void theWorkersTogetherComputedThePoints() {
        JsonNode answer = speedUp(run(), "");

        double points = 0;
        for (JsonNode worker : answer.get("perWorker")) {
            points += worker.get("pointSeconds").doubleValue();
            assertThat(worker.get("computeSeconds").doubleValue())
                    .isGreaterThanOrEqualTo(worker.get("pointSeconds").doubleValue());
            assertThat(worker.get("busySeconds").doubleValue())
                    .isGreaterThanOrEqualTo(worker.get("computeSeconds").doubleValue()
                            + worker.get("commitSeconds").doubleValue());
            assertThat(worker.get("commitSeconds").doubleValue()).isPositive();
        }
        assertThat(points).isCloseTo(answer.get("pointSeconds").doubleValue(), within(1e-9));
        assertThat(points).isGreaterThan((POINTS - 1) * 0.010 + 0.060);
        assertThat(answer.get("speedUp").doubleValue())
                .isCloseTo(points / answer.get("elapsedSeconds").doubleValue(), within(1e-9));
        assertThat(answer.get("loadImbalance").doubleValue()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void theSlowestPointComesFirst() {
        JsonNode slowest = speedUp(run(), "?slowest=3").get("slowest");

        assertThat(slowest).hasSize(3);
        assertThat(slowest.get(0).get("index").longValue()).isEqualTo(SLOW);
        assertThat(slowest.get(0).get("parameters").get("x").longValue()).isEqualTo(SLOW);
        assertThat(slowest.get(1).get("seconds").doubleValue())
                .isBetween(
                        slowest.get(2).get("seconds").doubleValue(),
                        slowest.get(0).get("seconds").doubleValue());
    }

    @Test
    void whatCannotBeAnsweredIsSaid() {
        long id = run();

        assertThat(service()
                        .get("/api/v1/sweeps/" + id + "/speedup?slowest=1001")
                        .body())
                .contains("slowest=1001 (expected: 0 to 1000)");
        assertThat(service().get("/api/v1/sweeps/999999/speedup").statusCode()).isEqualTo(404);
    }

    @Test
    void aSweepThatIsDeletedTakesItsTimesWithIt() {
        long id = run();

        service().delete("/api/v1/sweeps/" + id);

        assertThat(service().get("/api/v1/sweeps/" + id + "/speedup").statusCode())
                .isEqualTo(404);
    }
}
