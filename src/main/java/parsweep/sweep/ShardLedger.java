package parsweep.sweep;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import parsweep.exec.Plan;
import parsweep.outcome.Block;
import parsweep.sweep.definition.InvalidDefinition;

/**
 * The book-keeping of shards, one transaction a call: what a worker asks before it starts one, tells with every block,
 * and settles at the end.
 */
public final class ShardLedger {
    private static final Logger LOG = LoggerFactory.getLogger(ShardLedger.class);

    private final SweepStore store;
    private final Carver carver;
    private final Plans plans;
    private final TransactionOperations transaction;
    private final Clock clock;

    ShardLedger(SweepStore store, ShardQueue queue, Plans plans, TransactionOperations transaction, Clock clock) {
        this.store = store;
        this.carver = new Carver(store, queue);
        this.plans = plans;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A shard that is to be run, from {@link Shard#next()} on. */
    public record Assignment(Shard shard, Plan plan, String model) {}

    /**
     * Looks a shard up that a worker is about to run.
     *
     * @return empty if there is nothing to do: the shard is finished, or its sweep is over or deleted
     */
    public Optional<Assignment> begin(long sweepId, long first) {
        Sweep sweep = store.find(sweepId).orElse(null);
        if (sweep == null) {
            return Optional.empty();
        }
        Plan plan;
        try {
            plan = plans.of(sweepId).plan();
        } catch (InvalidDefinition e) {
            LOG.error("sweep {} cannot be run any more: {}", sweepId, e.getMessage());
            end(sweepId, SweepState.FAILED, e.getMessage());
            settle(sweepId, first, 0);
            return Optional.empty();
        }
        if (sweep.state().isTerminal()) {
            settle(sweepId, first, 0);
            return Optional.empty();
        }
        if (sweep.state() == SweepState.QUEUED) {
            inTransaction(() -> start(sweepId));
        }
        return store.findShard(sweepId, first).map(shard -> new Assignment(shard, plan, sweep.model()));
    }

    private @Nullable Void start(long sweepId) {
        store.lock(sweepId)
                .filter(sweep -> sweep.state() == SweepState.QUEUED)
                .ifPresent(sweep -> sweep.become(SweepState.RUNNING, clock.instant(), null));
        return null;
    }

    /**
     * Stores the next block of a shard.
     *
     * @return false if the shard is another worker's by now; the block is thrown away, that worker computes it
     */
    public boolean append(Shard shard, Block block) {
        return store.append(shard, block);
    }

    /**
     * Settles a shard at the end of a worker's turn: a finished one makes room for the next, an unfinished one goes to
     * the back of the queue.
     *
     * @param usedSeconds time that the worker spent on it
     * @return the start tag with which to queue the shard again; empty if it is finished, or somebody else's
     */
    public OptionalDouble settle(long sweepId, long first, double usedSeconds) {
        Double tag = inTransaction(() -> {
            LockedSweep sweep = store.lock(sweepId).orElse(null);
            Shard shard = store.findShard(sweepId, first).orElse(null);
            if (sweep == null || shard == null) {
                return null;
            }
            sweep.setClock(FairShare.advance(sweep.clock(), usedSeconds - shard.promisedSeconds(), sweep.weight()));
            if (sweep.state().isTerminal() || shard.isDone()) {
                finish(sweep, shard);
                return null;
            }
            return requeue(sweep, shard);
        });
        return tag == null ? OptionalDouble.empty() : OptionalDouble.of(tag);
    }

    /** Whether points of a sweep need not be computed any more. */
    public boolean isOver(long sweepId) {
        return store.find(sweepId).map(sweep -> sweep.state().isTerminal()).orElse(true);
    }

    private void finish(LockedSweep sweep, Shard shard) {
        Tally tally = store.removeShard(sweep.id(), shard.first()).orElse(null);
        if (tally == null) {
            return;
        }
        sweep.fold(tally);
        if (sweep.state().isTerminal()) {
            return;
        }
        int outstanding = store.shards(sweep.id()).size();
        carver.carve(sweep, outstanding);
        if (outstanding == 0 && sweep.folded().finished() == sweep.size()) {
            sweep.become(SweepState.COMPLETED, clock.instant(), null);
        }
    }

    private double requeue(LockedSweep sweep, Shard shard) {
        Shard kept = shard;
        if (sweep.nextIndex() == sweep.size() && shard.remaining() > 1) {
            kept = carver.split(sweep, shard, store.shards(sweep.id()).size());
        }
        double tag = FairShare.startTag(sweep.clock(), store.virtualTime().orElse(0));
        double promised = Carver.expectedSeconds(sweep.folded(), kept.remaining());
        store.requeue(kept, tag, promised);
        sweep.setClock(FairShare.advance(tag, promised, sweep.weight()));
        return tag;
    }

    /** Ends a sweep that cannot go on. */
    void end(long sweepId, SweepState state, @Nullable String message) {
        inTransaction(() -> {
            store.lock(sweepId).filter(sweep -> !sweep.state().isTerminal()).ifPresent(sweep -> {
                sweep.become(state, clock.instant(), message);
            });
            return null;
        });
    }

    private <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
