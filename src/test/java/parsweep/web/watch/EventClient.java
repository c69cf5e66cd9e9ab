package parsweep.web.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stream of server-sent events as a browser's EventSource does; shares its client's threads. */
final class EventClient implements Flow.Subscriber<String>, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Event CLOSED = new Event("closed", "", "", 0);
    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private String name = "";
    private String id = "";
    private String data = "";

    /**
     * An event, a comment (with an empty name), or the end of the stream.
     *
     * @param nanos when it came
     */
    record Event(String name, String id, String data, long nanos) {
        boolean isComment() {
            return name.isEmpty();
        }

        JsonNode json() {
            return JSON.readTree(data);
        }
    }

    EventClient(HttpClient client, HttpRequest request) {
        CompletableFuture<?> unused = client.sendAsync(request, head -> {
                    status.complete(head.statusCode());
                    return BodySubscribers.fromLineSubscriber(this);
                })
                .whenComplete((response, failure) -> {
                    if (failure != null) {
                        status.completeExceptionally(failure);
                    }
                });
    }

    int status() throws Exception {
        return status.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** The next event; comments are passed over. */
    Event next() throws InterruptedException {
        Event event = nextOrComment();
        while (event.isComment()) {
            event = nextOrComment();
        }
        return event;
    }

    Event nextOrComment() throws InterruptedException {
        Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(event).as("an event within %d s", PATIENCE_SECONDS).isNotNull();
        return event;
    }

    /** All events until the stream is closed. */
    List<Event> rest() throws InterruptedException {
        List<Event> rest = new ArrayList<>();
        for (Event event = next(); !event.equals(CLOSED); event = next()) {
            rest.add(event);
        }
        return rest;
    }

    @Override
    public void onSubscribe(Flow.Subscription lines) {
        subscription.complete(lines);
        lines.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(":")) {
            events.add(new Event("", "", line, System.nanoTime()));
        } else if (line.startsWith("event: ")) {
            name = line.substring(7);
        } else if (line.startsWith("id: ")) {
            id = line.substring(4);
        } else if (line.startsWith("data: ")) {
            data += line.substring(6);
        } else if (line.isEmpty() && !name.isEmpty()) {
            events.add(new Event(name, id, data, System.nanoTime()));
            name = "";
            data = "";
        }
    }

    @Override
    public void onError(Throwable failure) {
        events.add(CLOSED);
    }

    @Override
    public void onComplete() {
        events.add(CLOSED);
    }

    /** Closes the connection. */
    @Override
    public void close() {
        CompletableFuture<?> unused = subscription.thenAccept(Flow.Subscription::cancel);
    }
}
