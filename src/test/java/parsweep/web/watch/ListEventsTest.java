package parsweep.web.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import parsweep.web.PageSnapshot;
import parsweep.web.SweepQuery;
import parsweep.web.WithH2;
import parsweep.web.watch.EventClient.Event;
import tools.jackson.databind.JsonNode;

/** The list of sweeps as events. */
@TestPropertySource(properties = {"parsweep.watch.heartbeat=100ms", "parsweep.watch.list-interval=100ms"})
class ListEventsTest extends WithH2 {
    private static final String SHORT =
            "{\"name\": \"%s\", \"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, 2]}}}";

    @Autowired
    private Watch<SweepQuery, PageSnapshot> watch;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<EventClient> clients = new ArrayList<>();

    @AfterEach
    void endEverything() {
        clients.forEach(EventClient::close);
        Awaitility.await("the watch to sleep").until(() -> watch.watched() == 0);
    }

    private EventClient events(String query, String... headers) {
        var request = service().request("/api/v1/sweeps/events" + query);
        if (headers.length > 0) {
            request.headers(headers);
        }
        EventClient events = new EventClient(client, request.build());
        clients.add(events);
        return events;
    }

    /** Reads until a sweep of this name is there and over; the events in between have to be pages of the same kind. */
    private static Event untilCompleted(EventClient events, String name) throws InterruptedException {
        while (true) {
            Event event = events.next();
            assertThat(event.name()).isEqualTo("sweeps");
            for (JsonNode sweep : event.json().get("sweeps")) {
                if (sweep.get("name").stringValue().equals(name)
                        && sweep.get("state").stringValue().equals("COMPLETED")) {
                    return event;
                }
            }
        }
    }

    @Test
    void aNewSweepIsToldWithWhatTheListSays() throws Exception {
        EventClient events = events("?q=told&size=5");
        assertThat(events.next().json().get("total").intValue()).isZero();

        service().run(SHORT.formatted("told"));

        JsonNode page = untilCompleted(events, "told").json();
        JsonNode list = parsweep.harness.Service.json(service().get("/api/v1/sweeps?q=told&size=5"));
        assertThat(page).isEqualTo(list);
    }

    @Test
    void whatIsNotOnThePageIsNotTold() throws Exception {
        EventClient events = events("?q=onlythis");
        events.next();

        service().run(SHORT.formatted("another"));
        service().run(SHORT.formatted("onlythis"));

        Event first = events.next();
        assertThat(first.json().get("total").intValue()).isEqualTo(1);
    }

    @Test
    void whoComesBackIsNotToldAgain() throws Exception {
        String known = events("?q=back").next().id();

        EventClient again = events("?q=back", "Last-Event-ID", known);

        assertThat(again.nextOrComment().isComment()).isTrue();
    }

    @Test
    void whoAsksForTheSameIsLookedForOnce() throws Exception {
        events("?q=same").next();
        events("?q=same").next();
        events("?q=other").next();

        assertThat(watch.watched()).isEqualTo(2);
    }

    @Test
    void aPageThatCannotBeIsRefused() {
        var response = service().get("/api/v1/sweeps/events?size=1000");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("size=1000 (expected: 1 to 200)");
    }
}
