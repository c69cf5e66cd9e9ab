package parsweep.sweep.shard;

import parsweep.exec.StopSignal;
import parsweep.sweep.state.Shard;

/** The durable queue that hands shards to workers. */
public interface ShardQueue {
    /**
     * Enqueues a shard, in the caller's transaction: it is queued if and only if that commits. Shards run in the order
     * of their start tags.
     */
    void enqueue(Shard shard);

    /** Tells idle workers of this process to look now; to be called when the transaction has committed. */
    void wake();

    /** Raises the stop signal of what this process runs of a sweep; other processes see the state within a second. */
    void stop(long sweepId, StopSignal.Kind kind);

    /** Whether other processes may take shards too. */
    boolean isShared();

    /** Number of shards that a sweep may have outstanding so that no worker runs dry: a multiple of their number. */
    int window();

    /** How long workers compute between two transactions. */
    default Pace pace() {
        return Pace.of(workers(), isShared());
    }

    /** Number of points that can run at a time, on all machines. */
    int workers();
}
