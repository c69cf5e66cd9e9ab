package parsweep.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.web.WithH2;

/** Rows that are sent as they come. */
@Timeout(60)
class FollowTest extends WithH2 {
    private static final String FIVE = """
            {"model": "lab", "maxParallelism": 1, "space": {"grid": {"x": [0, 1, 2, 3, 4]}}}""";

    @AfterEach
    void tidyUp() {
        lab().setExperiment((x, point) -> {});
    }

    private InputStream open(long id, String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port() + "/api/v1/sweeps/" + id + "/results.ndjson?follow=true" + query))
                .build();
        HttpResponse<InputStream> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    /** The first shard is one point and so is its block: row 0 is there while point 1 waits for us. */
    private long startWhereOnlyPoint0Finishes(CountDownLatch others) {
        lab().setExperiment((x, point) -> {
            if (x > 0 && !others.await(50, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let point %d go on".formatted(x));
            }
        });
        return service().start(FIVE);
    }

    private BufferedReader lines(long id, String query) throws IOException, InterruptedException {
        return new BufferedReader(new InputStreamReader(open(id, query), StandardCharsets.UTF_8));
    }

    @Test
    void rowsArriveWhileTheSweepRunsAndInTheEndThereAreAll() throws Exception {
        CountDownLatch others = new CountDownLatch(1);
        long id = startWhereOnlyPoint0Finishes(others);

        StringBuilder received = new StringBuilder();
        try (BufferedReader lines = lines(id, "")) {
            for (int row = 0; row < 5; row++) {
                String line = lines.readLine().strip();
                assertThat(line).startsWith("{\"index\":" + row + ",").endsWith(",\"y\":" + 10.0 * row + "}");
                received.append(line).append('\n');
                others.countDown();
            }
            assertThat(lines.lines().map(String::strip)).allMatch(String::isEmpty);
        }

        assertThat(service().get("/api/v1/sweeps/" + id + "/results.ndjson").body())
                .isEqualTo(received.toString());
    }

    @Test
    void aCancelledSweepEndsTheStream() throws Exception {
        long id = startWhereOnlyPoint0Finishes(new CountDownLatch(1));

        try (BufferedReader lines = lines(id, "&columns=index")) {
            assertThat(lines.readLine().strip()).isEqualTo("{\"index\":0}");
            service().post("/api/v1/sweeps/" + id + "/cancel", "application/json", "");

            assertThat(lines.lines().map(String::strip)).allMatch(String::isEmpty);
        }
    }

    @Test
    void aSelectionIsObeyedAndALimitEndsTheStream() throws Exception {
        CountDownLatch others = new CountDownLatch(1);
        long id = startWhereOnlyPoint0Finishes(others);

        try (BufferedReader lines = lines(id, "&columns=x,y&where=y%20%3C%205&limit=1")) {
            assertThat(lines.lines().map(String::strip)).containsExactly("{\"x\":0,\"y\":0.0}");
        }
        assertThat(service().status(id).get("state").stringValue()).isEqualTo("RUNNING");
        others.countDown();
        service().await(id);
    }

    @Test
    void aSweepThatIsOverIsSentAtOnce() throws Exception {
        long id = service().run(FIVE).get("id").longValue();

        try (InputStream body = open(id, "&columns=index,y&from=3")) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"index\":3,\"y\":30.0}\n{\"index\":4,\"y\":40.0}\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv?follow=true", "ndjson?follow=yes", "ndjson?follow=true&sort=y&limit=1"})
    void whatCannotBeFollowedIsRefused(String query) {
        long id = service().run(FIVE).get("id").longValue();

        assertThat(service().get("/api/v1/sweeps/" + id + "/results." + query).statusCode())
                .isEqualTo(400);
    }
}
