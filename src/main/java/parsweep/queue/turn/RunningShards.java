package parsweep.queue.turn;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import parsweep.exec.StopSignal;

/**
 * The shards that this process runs right now, and their stop signals. Thread-safe.
 *
 * <p>A shard may be here twice for a while: a process that stood still for longer than its leases last, such as a laptop
 * whose lid was closed, takes its own shards again.
 */
public final class RunningShards {
    private final Map<StopSignal, ShardId> shards = new ConcurrentHashMap<>();
    private volatile StopSignal.Kind forAll = StopSignal.Kind.GO_ON;

    StopSignal start(ShardId id) {
        StopSignal signal = new StopSignal();
        shards.put(signal, id);
        signal.raise(forAll); // after the put: a shutdown in between is seen by one of the two
        return signal;
    }

    void end(StopSignal signal) {
        shards.remove(signal);
    }

    public Set<Long> sweeps() {
        return shards.values().stream().map(ShardId::sweepId).collect(Collectors.toSet());
    }

    public void stop(long sweepId, StopSignal.Kind kind) {
        shards.forEach((signal, id) -> {
            if (id.sweepId() == sweepId) {
                signal.raise(kind);
            }
        });
    }

    /** Lets shards start again, after {@link #stopAll}. */
    public void allow() {
        forAll = StopSignal.Kind.GO_ON;
    }

    /** Stops all shards, those that are about to start too. */
    public void stopAll(StopSignal.Kind kind) {
        forAll = kind;
        shards.keySet().forEach(signal -> signal.raise(kind));
    }
}
