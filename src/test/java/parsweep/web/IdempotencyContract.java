package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.harness.Service;

/** Submissions that are sent more than once, whatever the database. */
interface IdempotencyContract {
    String DEFINITION = "{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, 2, 3]}}}";

    Service service();

    private HttpResponse<String> submit(String key, String query, String contentType, String body) {
        return service()
                .send(service()
                        .request("/api/v1/sweeps" + query)
                        .header("Content-Type", contentType)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private HttpResponse<String> submit(String key, String body) {
        return submit(key, "", "application/json", body);
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private long total() {
        return Service.json(service().get("/api/v1/sweeps")).get("total").longValue();
    }

    @Test
    default void theSameKeyAndDefinitionAreTheSameSweep() {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = submit(key, DEFINITION);
        service().await(Service.json(first).get("id").longValue());
        long total = total();

        HttpResponse<String> again = submit(key, DEFINITION);
        HttpResponse<String> inYaml = submit(
                key, "", "application/yaml", "model: square\nspace:\n  grid: # on three lines\n    x: [1, 2, 3]\n");

        assertThat(location(again)).isEqualTo(location(first));
        assertThat(location(inYaml)).isEqualTo(location(first));
        assertThat(Service.json(again).get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(total()).isEqualTo(total);
    }

    @Test
    default void anotherDefinitionUnderAKeyIsRefused() {
        String key = UUID.randomUUID().toString();
        String axes = "{\"model\": \"linear-series\", \"fixed\": {\"n\": 2}, \"space\": {\"grid\": {%s}}}";
        String first = location(submit(key, axes.formatted("\"param1\": [1, 2], \"param2\": [3, 4]")));

        HttpResponse<String> other = submit(key, axes.formatted("\"param2\": [3, 4], \"param1\": [1, 2]"));

        assertThat(other.statusCode()).as(other.body()).isEqualTo(422);
        assertThat(Service.json(other).get("type").stringValue()).isEqualTo("urn:parsweep:problem:idempotency");
        assertThat(Service.json(other).get("detail").stringValue())
                .contains(key, "sweep " + first.substring(first.lastIndexOf('/') + 1));
    }

    @Test
    default void manyAtOnceMakeOneSweep() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            String key = UUID.randomUUID().toString();
            long before = total();
            Set<String> locations = ConcurrentHashMap.newKeySet();
            CyclicBarrier together = new CyclicBarrier(8);
            List<Thread> threads = IntStream.range(0, 8)
                    .mapToObj(i -> new Thread(() -> {
                        await(together);
                        locations.add(location(submit(key, DEFINITION)));
                    }))
                    .toList();

            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(locations).hasSize(1);
            assertThat(total()).isEqualTo(before + 1);
        }
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    default void aDeletedSweepSetsItsKeyFree() {
        String key = UUID.randomUUID().toString();
        String first = location(submit(key, DEFINITION));
        service().delete(first);

        String second = location(submit(key, DEFINITION));

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    default void aRefusedDefinitionDoesNotTakeTheKey() {
        String key = UUID.randomUUID().toString();

        assertThat(submit(key, "{\"model\": \"square\"}").statusCode()).isEqualTo(400);

        location(submit(key, DEFINITION));
    }

    @Test
    default void aDryRunIgnoresTheKey() {
        String key = UUID.randomUUID().toString();
        location(submit(key, DEFINITION));
        String other = DEFINITION.replace("3", "4");

        assertThat(submit(key, "?dryRun=true", "application/json", other).statusCode())
                .isEqualTo(200);
        assertThat(submit("", "?dryRun=true", "application/json", other).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\there"})
    default void anUnprintableKeyIsRefused(String key) {
        HttpResponse<String> response = submit(key, DEFINITION);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("Idempotency-Key", "1 to 200 printable");
    }

    @Test
    default void aKeyHas200CharactersAtMost() {
        String longest = UUID.randomUUID() + "k".repeat(200 - 36);

        assertThat(submit(longest, DEFINITION).statusCode()).isEqualTo(202);
        assertThat(submit(longest + "k", DEFINITION).statusCode()).isEqualTo(400);
    }
}
