package parsweep.web.watch;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parsweep.sweep.state.SweepException;
import parsweep.web.Moment;

/**
 * What a client is told, as server-sent events. Of the request's thread until it is added to the watch, of the
 * watch's thread from then on.
 */
final class EventStream implements WatchListener<Moment> {
    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final EventOutput out;
    private final String change;
    private final long intervalNanos;
    private final long heartbeatNanos;
    private @Nullable String lastTag;
    private long lastProgress;
    private long lastSent;

    /**
     * @param change name of the event that tells a change
     * @param lastTag of the moment that the client has; null if it has none
     * @param nanos now, by {@link System#nanoTime()}
     */
    EventStream(EventOutput out, String change, WatchProperties rhythm, @Nullable String lastTag, long nanos) {
        this.out = out;
        this.change = change;
        this.intervalNanos = rhythm.interval().toNanos();
        this.heartbeatNanos = rhythm.heartbeat().toNanos();
        this.lastTag = lastTag;
        this.lastProgress = nanos - intervalNanos;
        this.lastSent = nanos - heartbeatNanos; // so that the client hears at once that it is connected
    }

    @Override
    public boolean isWaiting() {
        return out.isOpen();
    }

    @Override
    public void look(@Nullable Moment moment, long nanos) {
        if (moment != null && moment.isOver()) {
            out.offer(event("end", moment.tag(), moment.json()));
            out.end();
        } else if (moment != null && !moment.tag().equals(lastTag) && nanos - lastProgress >= intervalNanos) {
            out.offer(event(change, moment.tag(), moment.json()));
            lastTag = moment.tag();
            lastProgress = nanos;
            lastSent = nanos;
        } else if (nanos - lastSent >= heartbeatNanos) {
            out.offerIfIdle(COMMENT);
            lastSent = nanos;
        }
    }

    @Override
    public void gone(SweepException notFound) {
        out.offer(event("deleted", "deleted", "{}"));
        out.end();
    }

    @Override
    public void close() {
        out.end();
    }

    private static byte[] event(String name, String id, String json) {
        String data = json.lines().map(line -> "data: " + line + "\n").collect(Collectors.joining());
        return "event: %s\nid: %s\n%s\n".formatted(name, id, data).getBytes(StandardCharsets.UTF_8);
    }
}
