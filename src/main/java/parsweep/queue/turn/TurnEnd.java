package parsweep.queue.turn;

import parsweep.sweep.shard.Pace;
import parsweep.sweep.shard.ShardQueue;

/** When a worker has to hand a shard back: after its turn, which is shorter when others wait. */
public final class TurnEnd {
    private final WaitingShards waiting;
    private final ShardQueue queue;

    public TurnEnd(WaitingShards waiting, ShardQueue queue) {
        this.waiting = waiting;
        this.queue = queue;
    }

    /**
     * @param seconds that a worker has spent on a shard of this sweep
     */
    boolean isReached(long sweepId, double seconds) {
        Pace pace = queue.pace();
        return seconds >= Pace.seconds(pace.turn())
                || (seconds >= Pace.seconds(pace.shortTurn()) && waiting.othersThan(sweepId));
    }
}
