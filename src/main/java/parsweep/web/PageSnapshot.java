package parsweep.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;

/** A page of sweeps at one moment, for all who watch it: rendered once, when the first of them asks. One thread at a time. */
public final class PageSnapshot implements Moment {
    private final SweepQuery query;
    private final List<Snapshot> sweeps;
    private final long total;
    private final SweepResponses responses;
    private final String tag;
    private @Nullable String json;

    PageSnapshot(SweepQuery query, List<Snapshot> sweeps, long total, SweepResponses responses) {
        this.query = query;
        this.sweeps = sweeps;
        this.total = total;
        this.responses = responses;
        String tags = sweeps.stream().map(snapshot -> snapshot.tag()).collect(Collectors.joining(" "));
        this.tag = DigestUtils.md5DigestAsHex((total + ": " + tags).getBytes(StandardCharsets.UTF_8));
    }

    public SweepPage page() {
        return new SweepPage(sweeps.stream().map(Snapshot::status).toList(), query.page(), query.size(), total);
    }

    @Override
    public String tag() {
        return tag;
    }

    /** There may always be another sweep. */
    @Override
    public boolean isOver() {
        return false;
    }

    @Override
    public String json() {
        if (json == null) {
            json = responses.json(page());
        }
        return json;
    }
}
