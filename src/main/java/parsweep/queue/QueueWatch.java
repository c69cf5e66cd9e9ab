package parsweep.queue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parsweep.queue.turn.PatientCommit;
import parsweep.queue.turn.RunningShards;
import parsweep.queue.turn.WaitingShards;
import parsweep.queue.turn.WaitingShards.LostShard;
import parsweep.sweep.shard.ShardLedger;

/** What every process looks after, whoever caused it: sweeps that are over, workers that are gone, shards that are lost. */
final class QueueWatch {
    private static final Logger LOG = LoggerFactory.getLogger(QueueWatch.class);

    /** Looks for lost shards, and for room for more, in every n-th round: every three seconds. */
    private static final int ROUNDS_PER_SEARCH = 6;

    private final ShardLedger ledger;
    private final DbSchedulerShardQueue queue;
    private final RunningShards running;
    private final WaitingShards waiting;
    private int round;
    private boolean isDatabaseGone;

    QueueWatch(ShardLedger ledger, DbSchedulerShardQueue queue, RunningShards running, WaitingShards waiting) {
        this.ledger = ledger;
        this.queue = queue;
        this.running = running;
        this.waiting = waiting;
    }

    /** One round; of one thread at a time. */
    void look() {
        try {
            stopWhatIsOver();
            if (++round % ROUNDS_PER_SEARCH == 0 || isDatabaseGone) {
                enqueueWhatIsLost();
                waiting.withRoom(queue.window()).forEach(ledger::fill);
            }
            if (isDatabaseGone) {
                LOG.info("the database answers again");
                isDatabaseGone = false;
            }
        } catch (RuntimeException e) {
            if (!isDatabaseGone) {
                LOG.warn("the database does not answer; trying again: {}", PatientCommit.reason(e));
                isDatabaseGone = true;
            }
        }
    }

    private void stopWhatIsOver() {
        for (long sweepId : running.sweeps()) {
            running.stop(sweepId, ledger.stopKind(sweepId));
        }
    }

    private void enqueueWhatIsLost() {
        for (LostShard shard : waiting.lost()) {
            if (queue.enqueue(shard.id(), shard.startTag())) {
                LOG.warn("shard {} was not in the queue; it is now", shard.id());
            }
        }
    }
}
