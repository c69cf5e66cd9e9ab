package parsweep.sweep.shard;

import java.time.Clock;
import org.springframework.transaction.support.TransactionOperations;
import parsweep.exec.StopSignal;
import parsweep.sweep.state.Stores;
import parsweep.sweep.state.SweepState;

/** Ends sweeps that cannot go on, or may not. Points that were computed before stay. */
final class SweepFailures {
    private final Stores stores;
    private final ShardQueue queue;
    private final TransactionOperations transaction;
    private final Clock clock;

    SweepFailures(Stores stores, ShardQueue queue, TransactionOperations transaction, Clock clock) {
        this.stores = stores;
        this.queue = queue;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Ends a sweep, unless it has ended. */
    void fail(long sweepId, String message) {
        transaction.executeWithoutResult(status -> stores.sweeps()
                .lock(sweepId)
                .filter(sweep -> !sweep.state().isTerminal())
                .ifPresent(sweep -> {
                    sweep.become(SweepState.FAILED, clock.instant(), message);
                    stores.shards().foldAll(sweep);
                }));
        queue.stop(sweepId, StopSignal.Kind.NOW);
    }

    /** Ends a sweep if more of its points have failed than it allows. */
    void failBeyond(long sweepId, long maxFailures) {
        long failed = stores.sweeps()
                .find(sweepId)
                .map(sweep -> sweep.tally().failed())
                .orElse(0L);
        if (failed > maxFailures) {
            fail(sweepId, tooMany(failed, maxFailures));
        }
    }

    static String tooMany(long failed, long allowed) {
        return "%d points failed (allowed: %d)".formatted(failed, allowed);
    }
}
