package parsweep.sweep.shard;

import java.time.Clock;
import java.util.OptionalDouble;
import java.util.function.LongUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parsweep.sweep.limit.Admission;
import parsweep.sweep.state.FairShare;
import parsweep.sweep.state.LockedSweep;
import parsweep.sweep.state.Shard;
import parsweep.sweep.state.ShardStore;
import parsweep.sweep.state.ShardStore.Outstanding;
import parsweep.sweep.state.SweepState;
import parsweep.sweep.state.Tally;

/**
 * What becomes of a shard at the end of a worker's turn, and of its sweep when it was the last. Needs a transaction that
 * holds the lock of the sweep.
 */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final ShardStore shards;
    private final Carver carver;
    private final Admission admission;
    private final LongUnaryOperator maxFailures;
    private final Clock clock;

    /**
     * @param maxFailures number of points of a sweep that may fail, by its identifier
     */
    Settlement(ShardStore shards, Carver carver, Admission admission, LongUnaryOperator maxFailures, Clock clock) {
        this.shards = shards;
        this.carver = carver;
        this.admission = admission;
        this.maxFailures = maxFailures;
        this.clock = clock;
    }

    /**
     * Settles a shard.
     *
     * @param usedSeconds time that the worker spent on it
     * @return the start tag with which to queue it again; empty if it is not to be queued
     */
    OptionalDouble settle(LockedSweep sweep, Shard shard, double usedSeconds) {
        sweep.setClock(FairShare.advance(sweep.clock(), usedSeconds - shard.promisedSeconds(), sweep.priority()));
        Outstanding outstanding = shards.outstanding(sweep.id());
        stopIfTooLarge(sweep, shard, outstanding);
        if (sweep.state().isTerminal() || shard.isDone()) {
            finish(sweep, shard, outstanding.without(shard));
            return OptionalDouble.empty();
        }
        return requeue(sweep, shard, outstanding.queued());
    }

    /** Other shards of the sweep that run now are stopped by the watch, within a second. */
    private void stopIfTooLarge(LockedSweep sweep, Shard shard, Outstanding outstanding) {
        boolean isAtItsEnd = shard.isDone() && sweep.nextIndex() == sweep.size() && outstanding.count() == 1;
        if (sweep.state().isActive() && !isAtItsEnd) {
            String excess = admission.excess(sweep.folded().bytes() + outstanding.bytes());
            if (excess != null) {
                sweep.become(SweepState.FAILED, clock.instant(), excess);
                shards.foldAll(sweep);
            }
        }
    }

    private void finish(LockedSweep sweep, Shard shard, Outstanding others) {
        Tally tally = shards.remove(sweep.id(), shard.first()).orElse(null);
        if (tally == null) {
            return;
        }
        sweep.fold(tally);
        if (sweep.state().isTerminal()) {
            return;
        }
        if (others.count() == 0 && sweep.nextIndex() == sweep.size()) {
            complete(sweep);
        } else if (sweep.state().isActive()) {
            carver.fill(sweep, others);
        }
    }

    private void complete(LockedSweep sweep) {
        long missing = sweep.size() - sweep.folded().finished();
        long failed = sweep.folded().failed();
        long allowed = failed == 0 ? Long.MAX_VALUE : maxFailures.applyAsLong(sweep.id());
        if (failed > allowed) { // when the last block was stored, a fault or a kill came before that was looked at
            sweep.become(SweepState.FAILED, clock.instant(), SweepFailures.tooMany(failed, allowed));
        } else if (missing == 0) {
            sweep.become(SweepState.COMPLETED, clock.instant(), null);
        } else {
            LOG.error("sweep {} ended without {} of its points: a fault of the service", sweep.id(), missing);
            sweep.become(
                    SweepState.FAILED,
                    clock.instant(),
                    "%d points are missing; retry computes them".formatted(missing));
        }
    }

    private OptionalDouble requeue(LockedSweep sweep, Shard shard, int queued) {
        if (!sweep.state().isActive() || queued > carver.window(sweep)) {
            shards.park(shard);
            return OptionalDouble.empty();
        }
        Shard kept = shard;
        if (sweep.nextIndex() == sweep.size() && shard.remaining() > 1) {
            kept = carver.split(sweep, shard, queued);
        }
        return OptionalDouble.of(
                carver.place(sweep, kept, shards.virtualTime().orElse(0)).startTag());
    }
}
