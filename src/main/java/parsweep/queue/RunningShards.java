package parsweep.queue;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import parsweep.exec.StopSignal;

/** The shards that this process runs right now, and their stop signals. Thread-safe. */
final class RunningShards {
    private final Map<ShardId, StopSignal> signals = new ConcurrentHashMap<>();
    private volatile StopSignal.Kind forAll = StopSignal.Kind.GO_ON;

    StopSignal start(ShardId id) {
        StopSignal signal = new StopSignal();
        signals.put(id, signal);
        signal.raise(forAll); // after the put: a shutdown in between is seen by one of the two
        return signal;
    }

    void end(ShardId id) {
        signals.remove(id);
    }

    Set<Long> sweeps() {
        return signals.keySet().stream().map(ShardId::sweepId).collect(Collectors.toSet());
    }

    void stop(long sweepId, StopSignal.Kind kind) {
        signals.forEach((id, signal) -> {
            if (id.sweepId() == sweepId) {
                signal.raise(kind);
            }
        });
    }

    /** Lets shards start again, after {@link #stopAll}. */
    void allow() {
        forAll = StopSignal.Kind.GO_ON;
    }

    /** Stops all shards, those that are about to start too. */
    void stopAll(StopSignal.Kind kind) {
        forAll = kind;
        signals.values().forEach(signal -> signal.raise(kind));
    }
}
