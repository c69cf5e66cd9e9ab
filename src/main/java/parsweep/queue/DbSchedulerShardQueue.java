package parsweep.queue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import parsweep.exec.StopSignal;
import parsweep.queue.membership.Membership;
import parsweep.queue.turn.RunningShards;
import parsweep.queue.turn.ShardId;
import parsweep.queue.turn.ShardTask;
import parsweep.sweep.shard.ShardQueue;
import parsweep.sweep.state.Shard;

/** Shards as db-scheduler's tasks. */
final class DbSchedulerShardQueue implements ShardQueue {
    /** Shards per slot: one that runs and one that is ready when it ends. */
    private static final int SHARDS_PER_WORKER = 2;

    private final SchedulerClient client;
    private final Membership membership;
    private final RunningShards running;
    private final boolean isShared;
    private volatile Runnable wake = () -> {};

    /**
     * @param client on a data source that takes part in Spring's transactions
     * @param isShared whether other processes use the same database
     */
    DbSchedulerShardQueue(SchedulerClient client, Membership membership, RunningShards running, boolean isShared) {
        this.client = client;
        this.membership = membership;
        this.running = running;
        this.isShared = isShared;
    }

    /** Connects the scheduler, which itself needs what needs this queue. */
    void onWake(Runnable newWake) {
        wake = newWake;
    }

    @Override
    public void enqueue(Shard shard) {
        enqueue(new ShardId(shard.sweepId(), shard.first()), shard.startTag());
    }

    /**
     * Enqueues a shard unless it is in the queue already.
     *
     * @return false if it is
     */
    boolean enqueue(ShardId id, double startTag) {
        return client.scheduleIfNotExists(ShardTask.instance(id), ShardTask.executionTime(startTag));
    }

    @Override
    public void wake() {
        wake.run();
    }

    @Override
    public void stop(long sweepId, StopSignal.Kind kind) {
        running.stop(sweepId, kind);
    }

    @Override
    public boolean isShared() {
        return isShared;
    }

    @Override
    public int window() {
        return SHARDS_PER_WORKER * Math.max(1, membership.slots());
    }

    @Override
    public int workers() {
        return membership.slots();
    }
}
