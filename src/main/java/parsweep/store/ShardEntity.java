package parsweep.store;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import parsweep.sweep.state.Shard;

@Entity
@Table(name = "shard")
@SuppressWarnings("UnusedVariable") // some columns are only read by queries
class ShardEntity {
    @EmbeddedId
    private BlockKey key;

    private long nextIndex;
    private long endIndex;
    private double startTag;
    private double promisedSeconds;
    private boolean parked;

    @Embedded
    private TallyColumns tally;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ShardEntity() {}

    ShardEntity(Shard shard) {
        key = new BlockKey(shard.sweepId(), shard.first());
        nextIndex = shard.next();
        endIndex = shard.end();
        startTag = shard.startTag();
        promisedSeconds = shard.promisedSeconds();
        parked = shard.parked();
        tally = new TallyColumns();
    }

    Shard toShard() {
        return new Shard(key.sweepId(), key.firstIndex(), nextIndex, endIndex, startTag, promisedSeconds, parked);
    }

    TallyColumns tally() {
        return tally;
    }

    long nextIndex() {
        return nextIndex;
    }

    long endIndex() {
        return endIndex;
    }

    void moveTo(long next) {
        nextIndex = next;
    }

    void setEnd(long end) {
        endIndex = end;
    }

    void requeue(double newStartTag, double newPromisedSeconds) {
        startTag = newStartTag;
        promisedSeconds = newPromisedSeconds;
        parked = false;
    }

    void park() {
        parked = true;
    }
}
