package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parsweep.harness.Service;
import parsweep.model.ModelException;
import tools.jackson.databind.JsonNode;

/** How people change their minds over HTTP, whatever the database. */
interface ControlContract {
    Service service();

    LabModel lab();

    @AfterEach
    default void calmTheLab() {
        lab().setExperiment((x, point) -> {});
    }

    private long start(String points, String more) {
        return service()
                .start("{\"model\": \"lab\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, %s]}}}%s}"
                        .formatted(points, more));
    }

    private HttpResponse<String> command(long id, String command) {
        return service().post("/api/v1/sweeps/" + id + "/" + command, "application/json", "");
    }

    private void awaitState(long id, String state) {
        Awaitility.await(state)
                .until(() -> service().status(id).get("state").stringValue().equals(state));
    }

    private List<String> values(long id) {
        return service()
                .get("/api/v1/sweeps/" + id + "/results.csv")
                .body()
                .lines()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .toList();
    }

    @Test
    default void aPausedSweepFinishesWhatRunsAndGoesOnWhenResumed() {
        AtomicInteger started = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        lab().setExperiment((x, point) -> {
            started.incrementAndGet();
            go.await();
        });
        long id = start("100", "");
        Awaitility.await().until(() -> started.get() > 0);

        HttpResponse<String> paused = command(id, "pause");
        int running = started.get();
        go.countDown();

        assertThat(Service.json(paused).get("state").stringValue()).isEqualTo("PAUSED");
        Awaitility.await().until(() -> service().status(id).at("/progress/done").intValue() >= running);
        service().run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, 2, 3]}}}"); // workers are free for
        // others
        assertThat(service().status(id).at("/progress/done").intValue()).isBetween(running, running + 2);
        assertThat(command(id, "pause").statusCode()).isEqualTo(409);
        assertThat(command(id, "resume").statusCode()).isEqualTo(200);
        JsonNode status = service().await(id);
        assertThat(status.get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(started).hasValue(100);
        assertThat(command(id, "resume").statusCode()).isEqualTo(409);
    }

    @Test
    default void aSweepThatIsPausedAndResumedAllTheTimeCompletes() {
        lab().setExperiment((x, point) -> Thread.sleep(1));
        long id = start("2000", "");

        while (!service().status(id).get("state").stringValue().equals("COMPLETED")) {
            command(id, "pause");
            command(id, "resume");
        }

        assertThat(service().status(id).at("/progress/done").intValue()).isEqualTo(2000);
    }

    @Test
    default void aPausedSweepCanBeCancelledAndRetriedToItsEnd() {
        lab().setExperiment((x, point) -> point.checkCancelled());
        long id = start("1000000000", "");
        awaitState(id, "RUNNING");
        command(id, "pause");

        assertThat(command(id, "cancel").statusCode()).isEqualTo(200);

        assertThat(service().await(id).get("state").stringValue()).isEqualTo("CANCELLED");
        assertThat(service().delete("/api/v1/sweeps/" + id).statusCode()).isEqualTo(204);
    }

    /** A worker has finished some fifty points and not stored them yet, since the next one sleeps. */
    @Test
    default void aCancelledSweepChangesNoMore() {
        CountDownLatch asleep = new CountDownLatch(1);
        lab().setExperiment((x, point) -> {
            if (x >= 50) {
                asleep.countDown();
                Thread.sleep(1_000_000); // until it is interrupted
            }
        });
        long id = start("1000000000", "");
        Awaitility.await().until(() -> asleep.getCount() == 0);

        JsonNode cancelled = Service.json(command(id, "cancel"));

        lab().setExperiment((x, point) -> {});
        service().await(start("1000", "")); // no worker is left with the cancelled one
        assertThat(service().status(id).get("progress")).isEqualTo(cancelled.get("progress"));
        assertThat(service().status(id).get("fingerprint")).isEqualTo(cancelled.get("fingerprint"));
    }

    @Test
    default void retryComputesWhatACancelledSweepHasNot() {
        AtomicInteger computed = new AtomicInteger();
        CountDownLatch half = new CountDownLatch(500);
        lab().setExperiment((x, point) -> {
            if (computed.incrementAndGet() > 700) {
                Thread.sleep(1_000_000); // until it is interrupted
            }
            half.countDown();
        });
        long id = start("1000", "");
        Awaitility.await().until(() -> half.getCount() == 0);
        command(id, "cancel");
        assertThat(service().await(id).get("state").stringValue()).isEqualTo("CANCELLED");
        lab().setExperiment((x, point) -> {});

        HttpResponse<String> retried = command(id, "retry");

        assertThat(retried.statusCode()).as(retried.body()).isEqualTo(200);
        JsonNode status = service().await(id);
        assertThat(status.get("state").stringValue()).as(status.toString()).isEqualTo("COMPLETED");
        assertThat(status.get("fingerprint")).isEqualTo(undisturbed(1000));
        assertThat(command(id, "retry").statusCode()).isEqualTo(409);
    }

    private JsonNode undisturbed(int points) {
        lab().setExperiment((x, point) -> {});
        return service().await(start(String.valueOf(points), "")).get("fingerprint");
    }

    @Test
    default void retryTriesTheFailuresOfAKindAgainAndKeepsTheRest() {
        Map<Long, Integer> runs = new ConcurrentHashMap<>();
        lab().setExperiment((x, point) -> {
            runs.merge(x, 1, Integer::sum);
            if (x % 3 == 1) {
                throw new ModelException("no licence for " + x);
            } else if (x % 100 == 2) {
                Thread.sleep(1_000_000);
            }
        });
        long id = start("1000", ", \"pointTimeout\": \"200ms\"");
        JsonNode first = service().await(id);
        assertThat(first.at("/progress/failed").intValue()).isEqualTo(333 + 10 - 3);
        lab().setExperiment((x, point) -> runs.merge(x, 1, Integer::sum));

        command(id, "retry?kind=timeout");

        assertThat(service().await(id).at("/progress/failed").intValue()).isEqualTo(333);
        assertThat(runs).containsEntry(2L, 2).containsEntry(1L, 1).containsEntry(0L, 1);
        assertThat(command(id, "retry?kind=timeout").statusCode()).isEqualTo(200); // nothing to do, and soon done
        assertThat(service().await(id).at("/progress/failed").intValue()).isEqualTo(333);
        command(id, "retry");
        JsonNode status = service().await(id);
        assertThat(status.at("/progress/failed").intValue()).isZero();
        assertThat(status.at("/progress/done").intValue()).isEqualTo(1000);
        assertThat(runs).containsEntry(1L, 2).containsEntry(0L, 1);
        assertThat(status.get("fingerprint")).isEqualTo(undisturbed(1000));
        assertThat(command(id, "retry?kind=late").statusCode()).isEqualTo(400);
    }

    @Test
    default void failuresAreGroupedByWhatTheirMessagesHaveInCommon() {
        lab().setExperiment((x, point) -> {
            if (x % 10 == 3) {
                throw new ModelException("diverged at t = " + x / 7.0);
            } else if (x == 500) {
                throw new IllegalStateException("'odd'");
            }
        });
        long id = start("1000", "");
        service().await(id);

        JsonNode failures = Service.json(service().get("/api/v1/sweeps/" + id + "/failures"));

        assertThat(failures.get("failed").intValue()).isEqualTo(101);
        assertThat(failures.get("groups")).hasSize(2);
        JsonNode group = failures.get("groups").get(0);
        assertThat(group.get("kind").stringValue()).isEqualTo("error");
        assertThat(group.get("signature").stringValue()).isEqualTo("diverged at t = #");
        assertThat(group.get("message").stringValue()).isEqualTo("diverged at t = " + 3 / 7.0);
        assertThat(group.get("count").intValue()).isEqualTo(100);
        assertThat(group.get("firstIndices").toString()).isEqualTo("[3,13,23,33,43,53,63,73,83,93]");
        assertThat(failures.at("/groups/1/message").stringValue()).isEqualTo("IllegalStateException: 'odd'");
        lab().setExperiment((x, point) -> {});
        command(id, "retry");
        service().await(id);
        assertThat(Service.json(service().get("/api/v1/sweeps/" + id + "/failures"))
                        .get("groups"))
                .isEmpty();
    }

    @Test
    default void anExtendedSweepKeepsItsFirstResults() {
        Map<Long, Integer> runs = new ConcurrentHashMap<>();
        lab().setExperiment((x, point) -> runs.merge(x, 1, Integer::sum));
        long id = start("3", "");
        service().await(id);
        String path = "/api/v1/sweeps/" + id;

        service().post(path + "/extend", "application/json", "{\"space\": {\"grid\": {\"x\": [7, 8]}}}");
        service().await(id);
        service().post(path + "/extend", "application/json", "{\"replicates\": 1}");
        JsonNode status = service().await(id);

        assertThat(status.at("/progress/total").intValue()).isEqualTo(10);
        assertThat(values(id))
                .containsExactly("0.0", "10.0", "20.0", "70.0", "80.0", "0.0", "10.0", "20.0", "70.0", "80.0");
        assertThat(runs).containsEntry(0L, 2).containsEntry(7L, 2);
        assertThat(Service.json(service().get(path + "/points/9"))
                        .get("replicate")
                        .intValue())
                .isOne();
        String definition = service().get(path + "/definition").body();
        assertThat(service().run(definition).get("fingerprint")).isEqualTo(status.get("fingerprint"));
        HttpResponse<String> wrong =
                service().post(path + "/extend", "application/json", "{\"space\": {\"grid\": {\"z\": [7, 8]}}}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(Service.json(wrong).get("path").stringValue()).isEqualTo("space.grid.z");
    }

    @Test
    default void aSweepIsStoppedWhenMorePointsFailThanItAllows() {
        lab().setExperiment((x, point) -> {
            if (x >= 100) {
                throw new ModelException("broken");
            }
        });

        JsonNode status = service().await(start("1000000", ", \"maxFailures\": 10"));

        assertThat(status.get("state").stringValue()).isEqualTo("FAILED");
        assertThat(status.get("message").stringValue()).contains("(allowed: 10)");
        assertThat(status.at("/progress/done").intValue()).isLessThanOrEqualTo(100);
        assertThat(status.at("/progress/failed").intValue()).isGreaterThan(10);
        assertThat(service()
                        .await(start("50", ", \"onFailure\": \"stop\""))
                        .get("state")
                        .stringValue())
                .isEqualTo("COMPLETED");
    }

    @Test
    default void asManyPointsAsAreAllowedMayFail() {
        lab().setExperiment((x, point) -> {
            if (x < 2) {
                throw new ModelException("broken");
            }
        });

        JsonNode allowed = service().await(start("20", ", \"maxFailures\": 2"));
        JsonNode tooMany = service().await(start("20", ", \"maxFailures\": 1"));

        assertThat(allowed.get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(tooMany.get("state").stringValue()).isEqualTo("FAILED");
        assertThat(tooMany.get("message").stringValue()).isEqualTo("2 points failed (allowed: 1)");
    }

    @Test
    default void aPointIsTriedAgainAsOftenAsItsSweepSays() {
        Map<Long, Integer> runs = new ConcurrentHashMap<>();
        lab().setExperiment((x, point) -> {
            if (runs.merge(x, 1, Integer::sum) <= x) {
                throw new ModelException("not yet");
            }
        });

        long id = start("4", ", \"maxRetries\": 2, \"retryDelay\": \"1ms\"");
        JsonNode status = service().await(id);

        assertThat(status.at("/progress/done").intValue()).isEqualTo(3);
        assertThat(runs)
                .containsEntry(0L, 1)
                .containsEntry(1L, 2)
                .containsEntry(2L, 3)
                .containsEntry(3L, 3);
        JsonNode point = Service.json(service().get("/api/v1/sweeps/" + id + "/points/3"));
        assertThat(point.get("status").stringValue()).isEqualTo("error");
        assertThat(point.get("attempts").intValue()).isEqualTo(3);
    }

    @Test
    default void theShareOfARunningSweepCanBeChanged() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        lab().setExperiment((x, point) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.sleep(5);
            running.decrementAndGet();
        });
        long id = start("100000", "");
        Awaitility.await().until(() -> most.get() > 1);

        HttpResponse<String> patched =
                service().patch("/api/v1/sweeps/" + id, "{\"priority\": 3, \"maxParallelism\": 1}");

        assertThat(patched.statusCode()).as(patched.body()).isEqualTo(200);
        assertThat(Service.json(patched).get("priority").doubleValue()).isEqualTo(3);
        Awaitility.await().until(() -> {
            most.set(0);
            int before = service().status(id).at("/progress/done").intValue();
            Awaitility.await()
                    .until(() -> service().status(id).at("/progress/done").intValue() > before + 100);
            return most.get() == 1;
        });
        assertThat(service().patch("/api/v1/sweeps/" + id, "{\"priority\": 0}").statusCode())
                .isEqualTo(400);
        assertThat(service().patch("/api/v1/sweeps/" + id, "{\"weight\": 1}").statusCode())
                .isEqualTo(400);
        command(id, "cancel");
        assertThat(service().patch("/api/v1/sweeps/" + id, "{\"priority\": 1}").statusCode())
                .isEqualTo(409);
    }

    @Test
    default void ofTwoCommandsAtATimeOneWins() throws InterruptedException {
        lab().setExperiment((x, point) -> point.checkCancelled());
        for (int round = 0; round < 5; round++) {
            long id = start("1000000000", "");
            Map<Integer, Integer> answers = new ConcurrentHashMap<>();
            List<Thread> threads = IntStream.range(0, 4)
                    .mapToObj(i ->
                            new Thread(() -> answers.merge(command(id, "cancel").statusCode(), 1, Integer::sum)))
                    .toList();

            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(answers).isEqualTo(Map.of(200, 1, 409, 3));
            service().delete("/api/v1/sweeps/" + id);
        }
    }
}
