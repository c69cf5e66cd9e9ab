package parsweep.web.watch;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.async.DeferredResult;
import parsweep.sweep.definition.Durations;
import parsweep.sweep.state.SweepException;
import parsweep.web.BadRequest;
import parsweep.web.Snapshot;
import parsweep.web.SweepResponse;

/** A GET of a status that is answered when the sweep is over, when it is no longer what the client has, or in time. */
final class LongPoll implements WatchListener<Snapshot> {
    static final Duration MAX_WAIT = Duration.ofSeconds(60);

    /** After which the container answers 503: only if the sweep cannot be read, since else we are faster. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final DeferredResult<ResponseEntity<SweepResponse>> result;
    private final List<ETag> known;
    private final long deadline;
    private Snapshot latest;

    /**
     * @param first what the sweep is like now
     * @param known what the client has; empty if it only wants to know about the end
     */
    LongPoll(Snapshot first, List<ETag> known, Duration wait) {
        this.result = new DeferredResult<>(wait.plus(GRACE).toMillis());
        this.known = known;
        this.deadline = System.nanoTime() + wait.toNanos();
        this.latest = first;
    }

    /** Reads {@code 20s}, {@code 1m} or {@code PT20S}, as definitions write durations. */
    static Duration parse(String wait) {
        return Durations.parse(wait)
                .filter(duration -> !duration.isNegative() && duration.compareTo(MAX_WAIT) <= 0)
                .orElseThrow(() ->
                        BadRequest.parameter("wait", wait, "a duration from 0s to 60s, such as 20s, 1m or PT20S"));
    }

    DeferredResult<ResponseEntity<SweepResponse>> result() {
        return result;
    }

    @Override
    public boolean isWaiting() {
        return !result.isSetOrExpired();
    }

    @Override
    public void look(@Nullable Snapshot snapshot, long nanos) {
        if (snapshot == null) {
            return;
        }
        latest = snapshot;
        boolean news = !known.isEmpty() && !snapshot.isAmong(known);
        if (news || snapshot.isOver() || nanos - deadline >= 0) {
            result.setResult(snapshot.response());
        }
    }

    @Override
    public void gone(SweepException notFound) {
        result.setErrorResult(notFound);
    }

    /** By what is known, so that the client asks again, somebody else. */
    @Override
    public void close() {
        result.setResult(latest.response());
    }
}
