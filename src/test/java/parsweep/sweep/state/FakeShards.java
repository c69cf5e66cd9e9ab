package parsweep.sweep.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Shards of one sweep in memory; remembers what was inserted and which ends were moved. */
public final class FakeShards implements ShardStore {
    public final List<Shard> inserted = new ArrayList<>();
    public final List<Long> newEnds = new ArrayList<>();
    public double virtualTime;

    @Override
    public void insert(Shard shard) {
        inserted.add(shard);
    }

    @Override
    public Optional<Shard> find(long sweepId, long first) {
        return inserted.stream().filter(shard -> shard.first() == first).findFirst();
    }

    @Override
    public Optional<Shard> lock(long sweepId, long first) {
        return find(sweepId, first);
    }

    @Override
    public List<Shard> of(long sweepId) {
        return List.copyOf(inserted);
    }

    @Override
    public OptionalDouble virtualTime() {
        return OptionalDouble.of(virtualTime);
    }

    @Override
    public void requeue(Shard shard, double startTag, double promisedSeconds) {
        inserted.remove(shard);
        inserted.add(shard.queuedAt(startTag, promisedSeconds));
    }

    @Override
    public void setEnd(Shard shard, long end) {
        newEnds.add(end);
    }

    @Override
    public List<Shard> parked(long sweepId, int limit) {
        return inserted.stream().filter(Shard::parked).limit(limit).toList();
    }

    @Override
    public Outstanding outstanding(long sweepId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void park(Shard shard) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean skip(Shard shard, long from, long to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Tally> remove(long sweepId, long first) {
        throw new UnsupportedOperationException();
    }
}
