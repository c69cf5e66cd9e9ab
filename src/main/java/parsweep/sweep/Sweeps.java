package parsweep.sweep;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parsweep.exec.Plan;
import parsweep.exec.StopSignal;
import parsweep.json.InvalidDefinition;
import parsweep.outcome.FailureGroup;
import parsweep.sweep.limit.Admission;
import parsweep.sweep.shard.Plans;
import parsweep.sweep.shard.ShardQueue;
import parsweep.sweep.state.BlockStore;
import parsweep.sweep.state.Database;
import parsweep.sweep.state.Stores;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepException;
import parsweep.sweep.state.SweepException.Problem;
import parsweep.sweep.state.SweepState;
import parsweep.sweep.state.SweepStore;
import parsweep.sweep.state.SweepStore.SweepFilter;
import tools.jackson.databind.JsonNode;

/** What people can do with sweeps. */
public final class Sweeps {
    /** Rows of up to 1 MB that one transaction deletes: bounds what the database must undo. */
    static final int BLOCKS_PER_DELETE = 200;

    /** Over which time the rate of points is taken. */
    private static final Duration RATE_WINDOW = Duration.ofSeconds(10);

    private final SweepStore store;
    private final Database database;
    private final BlockStore blocks;
    private final ShardQueue queue;
    private final Submissions submissions;
    private final Admission admission;
    private final Plans plans;
    private final Clock clock;

    Sweeps(Stores stores, ShardQueue queue, Submissions submissions, Admission admission, Plans plans, Clock clock) {
        this.store = stores.sweeps();
        this.database = stores.database();
        this.blocks = stores.blocks();
        this.queue = queue;
        this.submissions = submissions;
        this.admission = admission;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Accepts a sweep: when this returns, it will run, whatever happens to this process.
     *
     * @param key under which the same definition makes only one sweep, until that is deleted; null for none
     * @throws InvalidDefinition if it cannot be run
     * @throws SweepException if a limit is reached, or the key stands for another definition
     */
    public Sweep submit(JsonNode json, @Nullable String key) {
        return get(submissions.submit(json, key));
    }

    /**
     * Says what a definition would do.
     *
     * @throws InvalidDefinition if it cannot be run
     * @throws SweepException if it has more points than a sweep may have
     */
    public Preview preview(JsonNode json) throws InterruptedException {
        return Preview.of(admission.read(json).plan(), queue.workers());
    }

    /**
     * A sweep as it is now.
     *
     * @throws SweepException if there is no such sweep
     */
    public Sweep get(long id) {
        return store.find(id).orElseThrow(() -> notFound(id));
    }

    /**
     * The definition as it was submitted.
     *
     * @throws SweepException if there is no such sweep
     */
    public String definition(long id) {
        get(id);
        return store.definition(id);
    }

    public List<Sweep> list(SweepFilter filter, int offset, int limit) {
        return store.list(filter, offset, limit);
    }

    public long count(SweepFilter filter) {
        return store.count(filter);
    }

    /** Points per second over the last seconds; 0 if there were none. */
    public double recentRate(Sweep sweep) {
        if (sweep.state() != SweepState.RUNNING) {
            return 0;
        }
        Duration window = sweep.times().elapsed(clock.instant());
        if (window.compareTo(RATE_WINDOW) > 0) {
            window = RATE_WINDOW;
        }
        double seconds = Math.max(window.toNanos() * 1e-9, 1e-3);
        return blocks.finishedSince(sweep.id(), clock.instant().minus(window)) / seconds;
    }

    public int workers() {
        return queue.workers();
    }

    /**
     * Deletes a sweep and its results, whatever its state.
     *
     * @throws SweepException if there is no such sweep
     */
    public void delete(long id) {
        get(id);
        boolean deleted = false;
        while (!deleted) {
            deleted = store.delete(id, BLOCKS_PER_DELETE);
        }
        database.sync();
        queue.stop(id, StopSignal.Kind.NOW);
    }

    /**
     * What there is of a sweep's results.
     *
     * @throws SweepException if there is no such sweep
     */
    public SweepResults results(long id) {
        Sweep sweep = get(id);
        return new SweepResults(sweep, plans.toRead(sweep), blocks);
    }

    /**
     * A sweep whose points can be computed again.
     *
     * @throws SweepException if there is no such sweep
     * @throws InvalidDefinition if its model is not here in the version that it began with
     */
    public Plan plan(long id) {
        return plans.of(get(id)).plan();
    }

    /**
     * The failures of a sweep so far, the largest groups first.
     *
     * @throws SweepException if there is no such sweep
     */
    public List<FailureGroup> failures(long id) {
        get(id);
        return blocks.failures(id);
    }

    static SweepException notFound(long id) {
        return new SweepException(Problem.NOT_FOUND, "no sweep %d".formatted(id));
    }
}
