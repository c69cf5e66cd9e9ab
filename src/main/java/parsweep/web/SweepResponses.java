package parsweep.web;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parsweep.sweep.Sweeps;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepException;
import parsweep.sweep.worker.Workers;
import tools.jackson.databind.json.JsonMapper;

/** Makes the JSON of a sweep, with what only the running service knows. */
@Component
public class SweepResponses {
    private final Sweeps sweeps;
    private final Workers workers;
    private final Clock clock;
    private final JsonMapper json;

    SweepResponses(Sweeps sweeps, Workers workers, Clock clock, JsonMapper json) {
        this.sweeps = sweeps;
        this.workers = workers;
        this.clock = clock;
        this.json = json;
    }

    /**
     * A sweep as it is now.
     *
     * @throws SweepException if there is no such sweep
     */
    public Snapshot read(long id) {
        return snapshot(sweeps.get(id));
    }

    private Snapshot snapshot(Sweep sweep) {
        return new Snapshot(sweep, waiting(sweep), this);
    }

    /** A page of sweeps as they are now. */
    public PageSnapshot read(SweepQuery query) {
        return new PageSnapshot(
                query,
                sweeps.list(query.filter(), query.page() * query.size(), query.size()).stream()
                        .map(this::snapshot)
                        .toList(),
                sweeps.count(query.filter()),
                this);
    }

    /** Costs a look into the database, for the rate of a sweep that runs. */
    public SweepResponse of(Sweep sweep) {
        return of(sweep, waiting(sweep));
    }

    SweepResponse of(Sweep sweep, @Nullable String waiting) {
        return SweepResponse.of(sweep, waiting, sweeps.recentRate(sweep), sweeps.workers(), clock.instant());
    }

    private @Nullable String waiting(Sweep sweep) {
        return workers.obstacle(sweep).orElse(null);
    }

    String json(Record response) {
        return json.writeValueAsString(response);
    }
}
