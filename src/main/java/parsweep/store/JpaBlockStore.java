package parsweep.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import parsweep.outcome.Block;
import parsweep.outcome.FailureGroup;
import parsweep.sweep.state.BlockStore;
import parsweep.sweep.state.Shard;
import parsweep.sweep.state.Tally;

@Repository
@Transactional
class JpaBlockStore implements BlockStore {
    private final Clock clock;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init") // the entity manager comes from the container
    JpaBlockStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean append(Shard shard, Block block) {
        ShardEntity entity = shardAt(shard, block).orElse(null);
        if (entity == null) {
            return false;
        }
        entity.moveTo(block.end());
        entity.tally().add(Tally.of(block));
        persist(shard.sweepId(), block);
        return true;
    }

    private void persist(long sweepId, Block block) {
        entities.persist(new BlockEntity(sweepId, block, clock.instant()));
        BlockKey key = new BlockKey(sweepId, block.first());
        block.failures().forEach(group -> entities.persist(new FailureEntity(key, group)));
    }

    @Override
    public boolean replace(Shard shard, List<Block> blocks) {
        Block first = blocks.get(0);
        ShardEntity entity = shardAt(shard, first).orElse(null);
        BlockEntity old = entities.find(BlockEntity.class, new BlockKey(shard.sweepId(), first.first()));
        if (entity == null || old == null) {
            return false;
        }
        entity.moveTo(first.end());
        entity.tally().add(Tally.NONE.minus(old.tally()));
        entities.remove(old);
        entities.flush(); // before the row that takes its key
        entities.createQuery("delete from FailureEntity f where f.sweepId = :id and f.blockFirst = :first")
                .setParameter("id", shard.sweepId())
                .setParameter("first", first.first())
                .executeUpdate();
        for (Block block : blocks) {
            entity.tally().add(Tally.of(block));
            persist(shard.sweepId(), block);
        }
        return true;
    }

    /** The row of a shard, locked, if it stands where a block begins. */
    private Optional<ShardEntity> shardAt(Shard shard, Block block) {
        return JpaShardStore.locked(entities, shard.sweepId(), shard.first())
                .filter(entity -> entity.nextIndex() == block.first() && block.end() <= entity.endIndex());
    }

    /** Looks at the block before the index first without its payload: who reads in order has just read that one. */
    @Override
    public @Nullable StoredBlock next(long sweepId, long index) {
        long first = before(sweepId, index)
                .filter(span -> span.end() > index)
                .map(Span::first)
                .orElse(index);
        return entities.createQuery(
                        "select b from BlockEntity b where b.key.sweepId = :id and b.key.firstIndex >= :first"
                                + " order by b.key.firstIndex",
                        BlockEntity.class)
                .setParameter("id", sweepId)
                .setParameter("first", first)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(BlockEntity::toStoredBlock)
                .orElse(null);
    }

    /** The last block that begins at an index or before it. */
    private Optional<Span> before(long sweepId, long index) {
        return entities.createQuery(
                        "select b.key.firstIndex, b.count, b.failed from BlockEntity b"
                                + " where b.key.sweepId = :id and b.key.firstIndex <= :index"
                                + " order by b.key.firstIndex desc",
                        Span.class)
                .setParameter("id", sweepId)
                .setParameter("index", index)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Span> spans(long sweepId, long from, long end, int limit) {
        List<Span> spans = new ArrayList<>();
        before(sweepId, from).filter(span -> span.end() > from).ifPresent(spans::add);
        spans.addAll(entities.createQuery(
                        "select b.key.firstIndex, b.count, b.failed from BlockEntity b"
                                + " where b.key.sweepId = :id and b.key.firstIndex > :from and b.key.firstIndex < :end"
                                + " order by b.key.firstIndex",
                        Span.class)
                .setParameter("id", sweepId)
                .setParameter("from", from)
                .setParameter("end", end)
                .setMaxResults(limit)
                .getResultList());
        return spans.size() > limit ? spans.subList(0, limit) : spans;
    }

    @Override
    public List<FailureGroup> failures(long sweepId) {
        return FailureQueries.groups(entities, sweepId);
    }

    @Override
    public long finishedSince(long sweepId, Instant since) {
        return entities.createQuery(
                        "select coalesce(sum(b.count), 0) from BlockEntity b"
                                + " where b.key.sweepId = :id and b.committedAt >= :since",
                        Long.class)
                .setParameter("id", sweepId)
                .setParameter("since", since)
                .getSingleResult();
    }

    @Override
    public List<Slowest> slowest(long sweepId, int limit) {
        return entities.createQuery(
                        "select b.key.firstIndex, coalesce(b.slowest, b.seconds) from BlockEntity b"
                                + " where b.key.sweepId = :id order by coalesce(b.slowest, b.seconds) desc, b.key.firstIndex",
                        Slowest.class)
                .setParameter("id", sweepId)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public long end(long sweepId) {
        return entities.createQuery(
                        "select b.key.firstIndex + b.count from BlockEntity b where b.key.sweepId = :id"
                                + " order by b.key.firstIndex desc",
                        Long.class)
                .setParameter("id", sweepId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }
}
