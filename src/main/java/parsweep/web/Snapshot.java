package parsweep.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ETag;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import parsweep.sweep.state.Sweep;

/**
 * A sweep at one moment, for all who watch it: rendered once, when the first of them asks. One thread at a time.
 *
 * <p>Its tag is the same for two snapshots if and only if nothing has happened in between. Time, rate and the expected
 * end are left out of it, since they change without that.
 */
public final class Snapshot implements Moment {
    private final Sweep sweep;
    private final SweepResponses responses;
    private final @Nullable String waiting;
    private final String tag;
    private @Nullable SweepResponse status;
    private @Nullable String json;

    /**
     * @param waiting why nothing of it can run; null if that is not so
     */
    Snapshot(Sweep sweep, @Nullable String waiting, SweepResponses responses) {
        this.sweep = sweep;
        this.responses = responses;
        this.waiting = waiting;
        this.tag = tag(sweep, waiting);
    }

    /**
     * The seconds of the tally are left out too: a sum of doubles, which rounds differently when a shard's share moves to
     * the sweep. The creation is in, since another database may have another sweep of that number.
     *
     * @return 32 hexadecimal digits
     */
    static String tag(Sweep sweep, @Nullable String waiting) {
        List<?> parts = List.of(
                sweep.id(),
                sweep.times().createdAt(),
                sweep.size(),
                sweep.state(),
                sweep.priority(),
                sweep.maxParallelism(),
                sweep.tally().finished(),
                sweep.tally().failed(),
                sweep.tally().bytes(),
                sweep.tally().fingerprint(),
                String.valueOf(sweep.times().startedAt()),
                String.valueOf(sweep.times().finishedAt()),
                String.valueOf(sweep.times().expiresAt()),
                String.valueOf(sweep.message()),
                String.valueOf(waiting));
        return DigestUtils.md5DigestAsHex(parts.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String tag() {
        return tag;
    }

    @Override
    public boolean isOver() {
        return sweep.state().isTerminal();
    }

    public SweepResponse status() {
        if (status == null) {
            status = responses.of(sweep, waiting);
        }
        return status;
    }

    @Override
    public String json() {
        if (json == null) {
            json = responses.json(status());
        }
        return json;
    }

    /** The answer to a GET, which Spring turns into a 304 if the client has it already. */
    public ResponseEntity<SweepResponse> response() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(eTag().formattedTag())
                .body(status());
    }

    /** Whether a client that sends this If-None-Match has this snapshot. */
    public boolean isAmong(List<ETag> known) {
        return known.stream().anyMatch(one -> one.isWildcard() || one.compare(eTag(), false));
    }

    private ETag eTag() {
        return new ETag(tag, true);
    }
}
