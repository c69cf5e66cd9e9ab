package parsweep.sweep.shard;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import parsweep.exec.Plan;
import parsweep.exec.StopSignal;
import parsweep.json.InvalidDefinition;
import parsweep.model.ModelUnavailableException;
import parsweep.outcome.Block;
import parsweep.outcome.Outcomes;
import parsweep.sweep.definition.SweepDefinition;
import parsweep.sweep.limit.Admission;
import parsweep.sweep.state.BlockStore;
import parsweep.sweep.state.LockedSweep;
import parsweep.sweep.state.Refill;
import parsweep.sweep.state.Shard;
import parsweep.sweep.state.ShardStore;
import parsweep.sweep.state.Stores;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepState;
import parsweep.sweep.state.SweepStore;
import parsweep.sweep.state.TurnStore;
import parsweep.sweep.state.WorkerTurn;
import parsweep.sweep.worker.ModelNotHereException;
import parsweep.sweep.worker.ModelPresence;
import parsweep.sweep.worker.WorkerStatus.ModelVersion;

/**
 * The book-keeping of shards, one transaction a call: what a worker asks before it starts one, tells with every block,
 * and settles at the end.
 */
public final class ShardLedger {
    private static final Logger LOG = LoggerFactory.getLogger(ShardLedger.class);

    private final SweepStore sweeps;
    private final ShardStore shards;
    private final BlockStore blocks;
    private final TurnStore turns;
    private final ShardQueue queue;
    private final Carver carver;
    private final Settlement settlement;
    private final SweepFailures failures;
    private final Plans plans;
    private final ModelPresence models;
    private final TransactionOperations transaction;
    private final Clock clock;

    public ShardLedger(
            Stores stores,
            ShardQueue queue,
            Plans plans,
            ModelPresence models,
            Admission admission,
            TransactionOperations transaction,
            Clock clock) {
        this.sweeps = stores.sweeps();
        this.shards = stores.shards();
        this.blocks = stores.blocks();
        this.turns = stores.turns();
        this.queue = queue;
        this.carver = new Carver(shards, blocks, queue);
        this.settlement = new Settlement(shards, carver, admission, this::maxFailures, clock);
        this.failures = new SweepFailures(stores, queue, transaction, clock);
        this.plans = plans;
        this.models = models;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A shard that is to be run, from {@link Shard#next()} on.
     *
     * @param refill null if none of its indices has been computed before
     * @param maxFailures of the whole sweep
     * @param readySince since when the sweep has been waiting for workers, or running
     */
    public record Assignment(
            Shard shard, Plan plan, String model, @Nullable Refill refill, long maxFailures, Instant readySince) {}

    /**
     * What is to be done next in a shard.
     *
     * @param first the first index of it
     * @param end the first index after it
     * @param stored the outcomes of these indices, of which some are to be computed again; null if there are none
     */
    public record Task(long first, long end, @Nullable Outcomes stored) {}

    /**
     * Looks a shard up that a worker is about to run.
     *
     * @return empty if there is nothing to do: the shard is finished, or its sweep is over, paused or deleted
     * @throws ModelNotHereException if other workers may have its model, and this one has not
     */
    public Optional<Assignment> begin(long sweepId, long first) throws ModelNotHereException {
        Sweep sweep = sweeps.findWithoutShards(sweepId).orElse(null);
        if (sweep == null) {
            return Optional.empty();
        }
        if (!sweep.state().isActive()) {
            settle(sweepId, first, null, tag -> {});
            return Optional.empty();
        }
        SweepDefinition definition;
        try {
            definition = plans.of(sweep);
        } catch (InvalidDefinition e) {
            ModelVersion model = new ModelVersion(sweep.model(), sweep.modelVersion());
            if (queue.isShared() && !models.has(model)) {
                throw new ModelNotHereException(sweepId, model);
            }
            LOG.error("sweep {} cannot be run any more: {}", sweepId, e.getMessage());
            failures.fail(sweepId, "cannot be run any more: " + e.getMessage());
            settle(sweepId, first, null, tag -> {});
            return Optional.empty();
        }
        if (sweep.state() == SweepState.QUEUED) {
            inTransaction(() -> start(sweepId));
        }
        Instant readySince = sweep.times().runningSince();
        return shards.find(sweepId, first)
                .map(shard -> new Assignment(
                        shard,
                        definition.plan(),
                        sweep.model(),
                        sweep.refill(),
                        definition.maxFailures(),
                        readySince == null ? clock.instant() : readySince));
    }

    /** A shard as it is now. */
    public Optional<Shard> find(long sweepId, long first) {
        return shards.find(sweepId, first);
    }

    private @Nullable Void start(long sweepId) {
        sweeps.lock(sweepId)
                .filter(sweep -> sweep.state() == SweepState.QUEUED)
                .ifPresent(sweep -> sweep.become(SweepState.RUNNING, clock.instant(), null));
        return null;
    }

    /**
     * What to do next in a shard that stands at {@code next}; moves it on over what needs nothing.
     *
     * @return empty if nothing is left, or the shard is another worker's by now
     */
    public Optional<Task> task(Assignment assignment, long next) {
        Shard shard = assignment.shard();
        Refill refill = assignment.refill();
        if (refill == null) {
            return Optional.of(new Task(next, shard.end(), null));
        }
        Optional<Task> task = RefillScan.first(blocks, assignment, next);
        long reached = task.map(Task::first).orElse(shard.end());
        boolean ours = reached == next || shards.skip(shard, next, reached);
        return ours ? task : Optional.empty();
    }

    /**
     * Stores the next block of a shard.
     *
     * @return false if the shard is another worker's by now; the block is thrown away, that worker computes it
     */
    public boolean append(Assignment assignment, Block block) {
        return blocks.append(assignment.shard(), block) && enforceLimit(assignment, block);
    }

    /**
     * Stores a block in which failures were tried again, in the place of what was there.
     *
     * @param anew the block, or the two that it was cut into, the first of which was tried
     * @return false if the shard is another worker's by now
     */
    public boolean replace(Assignment assignment, List<Block> anew) {
        return blocks.replace(assignment.shard(), anew) && enforceLimit(assignment, anew.get(0));
    }

    /** As many as it likes if the sweep cannot be run any more. */
    private long maxFailures(long sweepId) {
        try {
            return sweeps.findWithoutShards(sweepId)
                    .map(sweep -> plans.of(sweep).maxFailures())
                    .orElse(Long.MAX_VALUE);
        } catch (InvalidDefinition e) {
            return Long.MAX_VALUE;
        }
    }

    /** Stops a sweep of which more points have failed than it allows; true, since the block is stored. */
    private boolean enforceLimit(Assignment assignment, Block block) {
        if (block.failed() > 0 && assignment.maxFailures() < Long.MAX_VALUE) {
            failures.failBeyond(assignment.shard().sweepId(), assignment.maxFailures());
        }
        return true;
    }

    /**
     * Settles a shard at the end of a worker's turn: a finished one makes room for the next, an unfinished one goes to
     * the back of the queue.
     *
     * @param turn what the worker did with it; null if nothing
     * @param giveBack is told, in the same transaction, the start tag with which to queue the shard again; empty if it is
     *     not to be queued
     */
    public void settle(long sweepId, long first, @Nullable WorkerTurn turn, Consumer<OptionalDouble> giveBack) {
        inTransaction(() -> {
            LockedSweep sweep = sweeps.lock(sweepId).orElse(null);
            Shard shard = shards.lock(sweepId, first).orElse(null);
            if (sweep != null && turn != null) {
                turns.add(sweepId, turn, clock.instant());
            }
            double usedSeconds = turn == null ? 0 : turn.seconds();
            giveBack.accept(
                    sweep == null || shard == null
                            ? OptionalDouble.empty()
                            : settlement.settle(sweep, shard, usedSeconds));
            return null;
        });
    }

    /**
     * Gives a sweep as many shards as it may have now: since it got those that it has, workers have come. Otherwise they
     * would wait until one of its shards ends.
     */
    public void fill(long sweepId) {
        inTransaction(() -> {
            sweeps.lock(sweepId).filter(sweep -> sweep.state().isActive()).ifPresent(sweep -> carver.fill(sweep));
            return null;
        });
        queue.wake();
    }

    /** Puts a shard into the queue that was unparked while its worker was about to take it out. */
    public void enqueueIfUnparked(long sweepId, long first) {
        shards.find(sweepId, first).filter(shard -> !shard.parked()).ifPresent(shard -> {
            queue.enqueue(shard);
            queue.wake();
        });
    }

    /** Ends a sweep whose model cannot be opened here; points that were computed before stay. */
    public void modelUnavailable(long sweepId, ModelUnavailableException e) {
        LOG.warn("sweep {} fails: {}", sweepId, e.getMessage());
        failures.fail(sweepId, String.valueOf(e.getMessage()));
    }

    /** How what runs of a sweep is to be stopped, if at all. */
    public StopSignal.Kind stopKind(long sweepId) {
        SweepState state = sweeps.state(sweepId).orElse(SweepState.CANCELLED);
        if (state.isActive()) {
            return StopSignal.Kind.GO_ON;
        }
        return state.isTerminal() ? StopSignal.Kind.NOW : StopSignal.Kind.AFTER_POINT;
    }

    private <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
