package parsweep.store;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;
import parsweep.outcome.Block;
import parsweep.outcome.Fingerprint;
import parsweep.sweep.state.BlockStore.StoredBlock;
import parsweep.sweep.state.Tally;

@Entity
@Table(name = "block")
@SuppressWarnings("UnusedVariable") // some columns are only read by queries
class BlockEntity {
    @EmbeddedId
    private BlockKey key;

    private int count;
    private int failed;
    private int excluded;
    private double seconds;
    private @Nullable Double slowest; // null in blocks of version 0.1
    private long hashHigh;
    private long hashLow;
    private Instant committedAt;

    @Column(length = Length.LONG32)
    private byte[] payload;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected BlockEntity() {}

    BlockEntity(long sweepId, Block block, Instant now) {
        key = new BlockKey(sweepId, block.first());
        count = block.count();
        failed = block.failed();
        excluded = block.excluded();
        seconds = block.seconds();
        slowest = block.slowest();
        hashHigh = block.fingerprint().high();
        hashLow = block.fingerprint().low();
        committedAt = now;
        payload = block.payload();
    }

    StoredBlock toStoredBlock() {
        return new StoredBlock(key.firstIndex(), count, payload);
    }

    Tally tally() {
        return new Tally(count, failed, excluded, seconds, payload.length, new Fingerprint(hashHigh, hashLow));
    }
}
