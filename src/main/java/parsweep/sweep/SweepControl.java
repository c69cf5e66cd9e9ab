package parsweep.sweep;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import parsweep.exec.StopSignal;
import parsweep.json.InvalidDefinition;
import parsweep.outcome.FailureKind;
import parsweep.sweep.definition.Share;
import parsweep.sweep.definition.SweepDefinition;
import parsweep.sweep.limit.Admission;
import parsweep.sweep.shard.Carver;
import parsweep.sweep.shard.ShardQueue;
import parsweep.sweep.state.Database;
import parsweep.sweep.state.LockedSweep;
import parsweep.sweep.state.Refill;
import parsweep.sweep.state.ShardStore;
import parsweep.sweep.state.Stores;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepException;
import parsweep.sweep.state.SweepException.Problem;
import parsweep.sweep.state.SweepState;
import parsweep.sweep.state.SweepStore;
import parsweep.sweep.state.Tally;
import tools.jackson.databind.JsonNode;

/**
 * How people change their minds about a sweep. Each command locks the sweep's row, so that of two at a time one comes
 * second and sees what the first did; what is not possible then is a conflict that names the state.
 */
public final class SweepControl {
    private final Sweeps reader;
    private final SweepStore sweeps;
    private final Database database;
    private final ShardStore shards;
    private final ShardQueue queue;
    private final Carver carver;
    private final Admission admission;
    private final TransactionOperations transaction;
    private final Clock clock;

    SweepControl(
            Sweeps reader,
            Stores stores,
            ShardQueue queue,
            Admission admission,
            TransactionOperations transaction,
            Clock clock) {
        this.reader = reader;
        this.sweeps = stores.sweeps();
        this.database = stores.database();
        this.shards = stores.shards();
        this.queue = queue;
        this.carver = new Carver(shards, stores.blocks(), queue);
        this.admission = admission;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Stops a sweep for good. What is committed stays; points that run are interrupted, and the blocks that they belong
     * to, half a second of work at most, are thrown away: from now on nothing changes in the sweep.
     *
     * @throws SweepException if there is no such sweep, or it is over
     */
    public Sweep cancel(long id) {
        change(id, sweep -> {
            require(sweep, !sweep.state().isTerminal(), "be cancelled", "one that is not over");
            sweep.become(SweepState.CANCELLED, clock.instant(), null);
            shards.foldAll(sweep);
        });
        queue.stop(id, StopSignal.Kind.NOW);
        return reader.get(id);
    }

    /**
     * Holds a sweep: points that run are finished and committed, no other is started.
     *
     * @throws SweepException if there is no such sweep, or it neither waits nor runs
     */
    public Sweep pause(long id) {
        change(id, sweep -> {
            require(sweep, sweep.state().isActive(), "be paused", "one that is QUEUED or RUNNING");
            sweep.become(SweepState.PAUSED, clock.instant(), null);
        });
        queue.stop(id, StopSignal.Kind.AFTER_POINT);
        return reader.get(id);
    }

    /**
     * Lets a paused sweep go on.
     *
     * @throws SweepException if there is no such sweep, or it is not paused
     */
    public Sweep resume(long id) {
        change(id, sweep -> {
            require(sweep, sweep.state() == SweepState.PAUSED, "be resumed", "one that is PAUSED");
            sweep.become(sweep.isStarted() ? SweepState.RUNNING : SweepState.QUEUED, clock.instant(), null);
            carver.fill(sweep);
        });
        return reader.get(id);
    }

    /**
     * Opens a sweep again that is over: points without an outcome are computed, and failures are tried again. Points
     * that succeeded stay as they are.
     *
     * @param kinds of failure to try again; null for all
     * @throws SweepException if there is no such sweep, it is not over, nothing is to be done, or a limit is reached
     */
    public Sweep retry(long id, @Nullable Set<FailureKind> kinds) {
        Set<FailureKind> again = kinds == null ? EnumSet.allOf(FailureKind.class) : kinds;
        change(id, sweep -> {
            require(sweep, sweep.state().isTerminal(), "be retried", "one that is over");
            Tally tally = sweep.folded();
            if (tally.finished() == sweep.size() && (tally.failed() == 0 || again.isEmpty())) {
                throw new SweepException(
                        Problem.CONFLICT, "sweep %d has no failed or missing points to retry".formatted(id));
            }
            admission.requireRoomFor(tally);
            admission.requireRoom();
            admission.requireVacancy();
            sweep.setRefill(new Refill(again));
            sweep.setNextIndex(0);
            sweep.become(SweepState.QUEUED, clock.instant(), null);
            carver.fill(sweep);
        });
        return reader.get(id);
    }

    /**
     * Appends points or replicates to a sweep. Earlier indices keep their meaning and their outcomes; one that had
     * completed runs again.
     *
     * @param extension an object with either space or replicates
     * @throws SweepException if there is no such sweep, it was stopped before its end, or a limit is reached
     * @throws InvalidDefinition if it cannot be extended so
     */
    public Sweep extend(long id, JsonNode extension) {
        change(id, sweep -> {
            require(
                    sweep,
                    sweep.state() != SweepState.CANCELLED && sweep.state() != SweepState.FAILED,
                    "be extended",
                    "one that was not stopped; retry opens it again");
            admission.requireRoom();
            SweepDefinition extended = admission.extend(sweeps.definition(id), sweep.modelVersion(), extension);
            sweeps.setDefinition(id, extended.json());
            sweep.setSize(extended.plan().size());
            if (sweep.state() == SweepState.COMPLETED) {
                admission.requireVacancy();
                sweep.become(SweepState.QUEUED, clock.instant(), null);
            }
            if (sweep.state().isActive()) {
                carver.fill(sweep);
            }
        });
        return reader.get(id);
    }

    /**
     * Changes a sweep's share of the workers.
     *
     * @param change an object with priority, maxParallelism or both
     * @throws SweepException if there is no such sweep, or it is over
     * @throws InvalidDefinition if a value is out of bounds
     */
    public Sweep update(long id, JsonNode change) {
        change(id, sweep -> {
            require(sweep, !sweep.state().isTerminal(), "be changed", "one that is not over");
            Share share = admission.share(change, new Share(sweep.priority(), sweep.maxParallelism()));
            sweep.setPriority(share.priority());
            sweep.setMaxParallelism(share.maxParallelism());
            if (sweep.state().isActive()) {
                carver.fill(sweep);
            }
        });
        return reader.get(id);
    }

    private void change(long id, Consumer<LockedSweep> command) {
        transaction.executeWithoutResult(
                status -> command.accept(sweeps.lock(id).orElseThrow(() -> Sweeps.notFound(id))));
        database.sync();
        queue.wake();
    }

    private static void require(LockedSweep sweep, boolean possible, String what, String expected) {
        if (!possible) {
            throw new SweepException(
                    Problem.CONFLICT,
                    "sweep %d is %s and cannot %s (expected: %s)".formatted(sweep.id(), sweep.state(), what, expected));
        }
    }
}
