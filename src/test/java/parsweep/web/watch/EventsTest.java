package parsweep.web.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import parsweep.harness.Service;
import parsweep.web.Snapshot;
import parsweep.web.WithH2;
import parsweep.web.watch.EventClient.Event;
import tools.jackson.databind.JsonNode;

/** Events, long polls and ETags over HTTP, with fewer request threads than there are clients. */
@TestPropertySource(
        properties = {
            "server.tomcat.threads.max=5",
            "parsweep.workers=4",
            "parsweep.limits.event-streams=100",
            "parsweep.limits.downloads=1",
            "parsweep.watch.heartbeat=100ms"
        })
class EventsTest extends WithH2 {
    private static final String SHORT = "{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, 2, 3]}}}";

    /** One point that takes minutes unless it is cancelled: a sweep that runs, and does not change. */
    private static final String STILL = """
            {"model": "wormlike-chain", "fixed": {"chains": 1000000, "packingRatio": 50, "persistenceLength": 50},
             "space": {"grid": {"genomicLength": [30000]}}}""";

    /** Many points of some milliseconds; with four workers that store a block every half second, eight changes a second. */
    private static final String BUSY = """
            {"model": "wormlike-chain", "fixed": {"chains": 10, "packingRatio": 50},
             "space": {"grid": {"persistenceLength": {"linspace": [20, 200, 1000000]}}}}""";

    @Autowired
    private Watch<Long, Snapshot> watch;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Long> started = new ArrayList<>();
    private final List<EventClient> clients = new ArrayList<>();

    @AfterEach
    void endEverything() {
        clients.forEach(EventClient::close);
        for (long id : started) {
            service().delete("/api/v1/sweeps/" + id);
        }
        Awaitility.await("the watch to sleep").until(() -> watch.watched() == 0);
    }

    private long start(String definition) {
        long id = service().start(definition);
        started.add(id);
        return id;
    }

    /** Starts a sweep that runs and will not change. */
    private long startStill() {
        long id = start(STILL);
        Awaitility.await("the first point")
                .until(() -> service().status(id).at("/timing/startedAt").isString());
        return id;
    }

    private JsonNode cancel(long id) {
        return Service.json(service().post("/api/v1/sweeps/" + id + "/cancel", "application/json", ""));
    }

    private EventClient events(long id, String... headers) {
        HttpRequest.Builder request =
                service().request("/api/v1/sweeps/" + id + "/events").header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        EventClient events = new EventClient(client, request.build());
        clients.add(events);
        return events;
    }

    private HttpResponse<String> get(String path, String... headers) {
        return service().send(service().request(path).headers(headers).build());
    }

    private CompletableFuture<HttpResponse<String>> poll(String path, String... headers) {
        HttpRequest.Builder request = service().request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private static String eTag(HttpResponse<?> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    // ---- events

    @Test
    void everyChangeIsToldOnceAndInOrderUntilTheEnd() throws Exception {
        long id = start(BUSY);
        EventClient client = events(id);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            events.add(client.next());
        }
        cancel(id);
        events.addAll(client.rest());

        int last = events.size() - 1;
        assertThat(events.subList(0, last)).allMatch(event -> event.name().equals("progress"));
        assertThat(events.get(last).name()).isEqualTo("end");
        assertThat(events).extracting(Event::id).doesNotHaveDuplicates();
        assertThat(events)
                .extracting(event -> event.json().at("/progress/done").longValue())
                .isSorted();
        JsonNode status = service().status(id);
        assertThat(events.get(last).json()).isEqualTo(status);
        assertThat(status.get("state").stringValue()).isEqualTo("CANCELLED");
    }

    @Test
    void progressIsToldNoMoreThanFiveTimesASecond() throws Exception {
        EventClient client = events(start(BUSY));
        long first = client.next().nanos();
        Event event = client.next();
        for (int i = 0; i < 9; i++) {
            event = client.next();
        }

        // Ten intervals of 200 ms; the first event may have come late by a pause of the machine.
        assertThat(Duration.ofNanos(event.nanos() - first)).isGreaterThan(Duration.ofMillis(1500));
    }

    @Test
    void whoHasSeenTheEndIsToldNotToComeBack() throws Exception {
        long id = service().run(SHORT).get("id").longValue();

        List<Event> events = events(id).rest();
        assertThat(events).hasSize(1);
        Event end = events.get(0);
        EventClient again = events(id, "Last-Event-ID", end.id());
        EventClient stranger = events(id, "Last-Event-ID", "something else");

        assertThat(end.name()).isEqualTo("end");
        assertThat(again.status()).isEqualTo(204);
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(stranger.rest()).extracting(Event::id).containsExactly(end.id());
    }

    @Test
    void whoComesBackIsToldOnlyWhatIsNew() throws Exception {
        long id = startStill();
        String seen = events(id).next().id();

        EventClient again = events(id, "Last-Event-ID", seen);

        assertThat(again.nextOrComment().isComment()).isTrue();
        cancel(id);
        assertThat(again.rest()).extracting(Event::name).containsExactly("end");
    }

    @Test
    void aHeartbeatComesWhenThereIsNothingToSay() throws Exception {
        EventClient client = events(startStill());
        assertThat(client.next().name()).isEqualTo("progress");

        for (int i = 0; i < 5; i++) {
            assertThat(client.nextOrComment().isComment()).isTrue();
        }
    }

    @Test
    void theStreamOfADeletedSweepEnds() throws Exception {
        long id = startStill();
        EventClient client = events(id);
        assertThat(client.next().name()).isEqualTo("progress");

        service().delete("/api/v1/sweeps/" + id);

        // it is cancelled first, which may be seen or not
        assertThat(client.rest())
                .singleElement()
                .matches(event -> List.of("end", "deleted").contains(event.name()));
    }

    @Test
    void anUnknownSweepHasNoEvents() {
        HttpResponse<String> response = get("/api/v1/sweeps/999999/events", "Accept", "text/event-stream");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Service.json(response).get("type").stringValue()).isEqualTo("urn:parsweep:problem:not-found");
        assertThat(get("/api/v1/sweeps/999999?wait=20s", "Accept", "*/*").statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyASweepThatRunsHasALinkToEvents() {
        long id = startStill();

        assertThat(service().status(id).at("/links/events").stringValue())
                .isEqualTo("/api/v1/sweeps/" + id + "/events");
        assertThat(cancel(id).get("links").has("events")).isFalse();
    }

    // ---- ETags and long polls

    @Test
    void whatTheClientHasIsNotSentAgain() {
        long id = startStill();
        String path = "/api/v1/sweeps/" + id;
        String eTag = eTag(service().get(path));

        HttpResponse<String> same = get(path, "If-None-Match", eTag);
        cancel(id);
        HttpResponse<String> other = get(path, "If-None-Match", eTag);

        assertThat(eTag).matches("W/\"[0-9a-f]{32}\"");
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(eTag(other)).isNotEqualTo(eTag);
    }

    @Test
    void aLongPollIsAnsweredWhenTheSweepIsOver() throws Exception {
        long id = startStill();
        CompletableFuture<HttpResponse<String>> poll = poll("/api/v1/sweeps/" + id + "?wait=1m");
        Awaitility.await().until(() -> watch.watched() == 1);

        cancel(id);

        HttpResponse<String> response = poll.get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Service.json(response)).isEqualTo(service().status(id));
        assertThat(poll("/api/v1/sweeps/" + id + "?wait=PT60S")
                        .get(10, TimeUnit.SECONDS)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLongPollWithAnETagIsAnsweredAtTheNextChange() throws Exception {
        long id = start(BUSY);
        String path = "/api/v1/sweeps/" + id;
        HttpResponse<String> response = service().get(path);
        for (int i = 0; i < 3; i++) {
            String before = eTag(response);
            response = poll(path + "?wait=60s", "If-None-Match", before).get(30, TimeUnit.SECONDS);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(eTag(response)).isNotEqualTo(before);
        }
    }

    @Test
    void aLongPollIsAnsweredWhenTheTimeIsUp() throws Exception {
        String path = "/api/v1/sweeps/" + startStill();
        String eTag = eTag(service().get(path));

        HttpResponse<String> unchanged =
                poll(path + "?wait=0.3s", "If-None-Match", eTag).get(10, TimeUnit.SECONDS);
        HttpResponse<String> running = poll(path + "?wait=0s").get(10, TimeUnit.SECONDS);

        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(eTag(unchanged)).isEqualTo(eTag);
        assertThat(running.statusCode()).isEqualTo(200);
        assertThat(Service.json(running).get("state").stringValue()).isEqualTo("RUNNING");
    }

    @Test
    void aLongPollOfADeletedSweepIsAProblem() throws Exception {
        long id = startStill();
        CompletableFuture<HttpResponse<String>> poll = poll("/api/v1/sweeps/" + id + "?wait=1m");
        Awaitility.await().until(() -> watch.watched() == 1);

        service().delete("/api/v1/sweeps/" + id);

        // as above: it may be seen as cancelled before
        assertThat(poll.get(10, TimeUnit.SECONDS).statusCode()).isIn(200, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"61s", "2m", "-1s", "20", "soon", "", "P1D", "1e9s"})
    void aBadWaitIsNamed(String wait) {
        long id = service().run(SHORT).get("id").longValue();

        HttpResponse<String> response = service().get("/api/v1/sweeps/" + id + "?wait=" + wait);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Service.json(response).get("detail").stringValue())
                .isEqualTo("wait=%s (expected: a duration from 0s to 60s, such as 20s, 1m or PT20S)".formatted(wait));
    }

    // ---- cost and limits

    @Test
    void whoWaitsHoldsNoRequestThread() throws Exception {
        long id = startStill();
        String path = "/api/v1/sweeps/" + id;
        List<EventClient> streams =
                IntStream.range(0, 100).mapToObj(i -> events(id)).toList();
        List<CompletableFuture<HttpResponse<String>>> polls =
                IntStream.range(0, 300).mapToObj(i -> poll(path + "?wait=60s")).toList();
        for (EventClient stream : streams) {
            assertThat(stream.next().name()).isEqualTo("progress");
        }

        HttpResponse<String> refused = get(path + "/events", "Accept", "text/event-stream");
        assertThat(service().get("/api/v1/models").statusCode()).isEqualTo(200); // with five threads and 400 who wait
        cancel(id);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(Service.json(refused).get("type").stringValue()).isEqualTo("urn:parsweep:problem:capacity");
        assertThat(refused.body()).contains("100 event streams", "parsweep.limits.event-streams=200");
        for (EventClient stream : streams) {
            assertThat(stream.rest()).extracting(Event::name).containsExactly("end");
        }
        for (CompletableFuture<HttpResponse<String>> poll : polls) {
            HttpResponse<String> response = poll.get(30, TimeUnit.SECONDS);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(Service.json(response).get("state").stringValue()).isEqualTo("CANCELLED");
        }
    }

    @Test
    void aClientThatHasGoneGivesItsPlaceBack() throws Exception {
        long id = startStill();
        for (int i = 0; i < 100; i++) {
            assertThat(events(id).next().name()).isEqualTo("progress");
        }
        assertThat(events(id).status()).isEqualTo(503);

        clients.get(0).close();

        Awaitility.await("a heartbeat that finds nobody").until(() -> events(id).status() == 200);
    }

    /** Tomcat reuses what belonged to a broken connection, while the watch may still be leaving a write to it. */
    @Test
    void clientsThatBreakOffHarmNobodyElse() throws Exception {
        long id = startStill();
        for (int round = 0; round < 10; round++) {
            List<EventClient> wave =
                    IntStream.range(0, 20).mapToObj(i -> events(id)).toList();
            for (EventClient client : wave) {
                assertThat(client.next().name()).isEqualTo("progress");
                assertThat(client.nextOrComment().isComment()).isTrue();
                assertThat(client.nextOrComment().isComment()).isTrue();
            }
            wave.forEach(EventClient::close);
        }
    }

    @Test
    void downloadsBeyondTheLimitAreToldToComeBack() throws Exception {
        // 40 MB, more than the buffers of a connection hold
        String path = "/api/v1/sweeps/"
                + service()
                        .run(
                                "{\"model\": \"linear-series\", \"fixed\": {\"n\": 1000000, \"param2\": 1}, \"space\": {\"grid\": {\"param1\": [1, 2, 3, 4, 5]}}}")
                        .get("id")
                        .longValue()
                + "/results.npy?output=series";

        HttpResponse<InputStream> slow = client.send(service().request(path).build(), BodyHandlers.ofInputStream());
        HttpResponse<String> refused = service().get(path);
        slow.body().close();

        assertThat(slow.statusCode()).isEqualTo(200);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("urn:parsweep:problem:capacity", "parsweep.limits.downloads=2");
        Awaitility.await("the place of the client that has gone")
                .until(() -> client.send(service().request(path).build(), BodyHandlers.discarding())
                                .statusCode()
                        == 200);
    }

    // ---- shutdown

    @Test
    void theEndOfTheServiceEndsWhatIsOpen() throws Exception {
        long id = startStill();
        String path = "/api/v1/sweeps/" + id;
        EventClient stream = events(id);
        assertThat(stream.next().name()).isEqualTo("progress");
        CompletableFuture<HttpResponse<String>> poll = poll(path + "?wait=60s");
        long other = startStill();
        CompletableFuture<HttpResponse<String>> otherPoll = poll("/api/v1/sweeps/" + other + "?wait=60s");
        Awaitility.await().until(() -> watch.watched() == 2);

        watch.stop();
        try {
            assertThat(stream.rest()).isEmpty();
            assertThat(poll.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(otherPoll.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(poll(path + "?wait=60s").get(10, TimeUnit.SECONDS).statusCode())
                    .isEqualTo(200);
            assertThat(events(id).rest()).extracting(Event::name).containsExactly("progress");
        } finally {
            watch.start();
        }
        EventClient again = events(id);
        cancel(id);
        List<Event> rest = again.rest();
        assertThat(rest.get(rest.size() - 1).name()).isEqualTo("end");
    }
}
