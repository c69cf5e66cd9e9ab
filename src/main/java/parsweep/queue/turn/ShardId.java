package parsweep.queue.turn;

/** A shard's name in the queue: {@code sweep/first}. */
public record ShardId(long sweepId, long first) {
    static ShardId parse(String id) {
        int slash = id.indexOf('/');
        return new ShardId(Long.parseLong(id.substring(0, slash)), Long.parseLong(id.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return sweepId + "/" + first;
    }
}
