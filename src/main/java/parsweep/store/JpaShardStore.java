package parsweep.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parsweep.sweep.state.Shard;
import parsweep.sweep.state.ShardStore;
import parsweep.sweep.state.Tally;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JpaShardStore implements ShardStore {
    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init") // the entity manager comes from the container
    JpaShardStore() {}

    @Override
    public void insert(Shard shard) {
        entities.persist(new ShardEntity(shard));
    }

    @Override
    @Transactional
    public Optional<Shard> find(long sweepId, long first) {
        return read(" and s.key.firstIndex = :first", sweepId)
                .setParameter("first", first)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Shard> lock(long sweepId, long first) {
        return locked(entities, sweepId, first).map(ShardEntity::toShard);
    }

    @Override
    @Transactional
    public List<Shard> of(long sweepId) {
        return read(" order by s.key.firstIndex", sweepId).getResultList();
    }

    /** Reads rows without keeping entities, since one that is kept is not read again when it is locked. */
    private TypedQuery<Shard> read(String more, long sweepId) {
        return entities.createQuery(
                        "select s.key.sweepId, s.key.firstIndex, s.nextIndex, s.endIndex, s.startTag, s.promisedSeconds,"
                                + " s.parked from ShardEntity s where s.key.sweepId = :id" + more,
                        Shard.class)
                .setParameter("id", sweepId);
    }

    @Override
    public List<Shard> parked(long sweepId, int limit) {
        return read(" and s.parked = true order by s.key.firstIndex", sweepId)
                .setMaxResults(limit)
                .getResultList();
    }

    private record Sums(long queued, long parked, long bytes) {}

    @Override
    public Outstanding outstanding(long sweepId) {
        Sums sums = entities.createQuery(
                        "select count(case when s.parked = false then 1 end), count(case when s.parked = true then 1 end),"
                                + " coalesce(sum(s.tally.bytes), 0) from ShardEntity s where s.key.sweepId = :id",
                        Sums.class)
                .setParameter("id", sweepId)
                .getSingleResult();
        return new Outstanding((int) sums.queued(), (int) sums.parked(), sums.bytes());
    }

    @Override
    public OptionalDouble virtualTime() {
        Double min = entities.createQuery(
                        "select min(s.startTag) from ShardEntity s where s.parked = false", Double.class)
                .getSingleResult();
        return min == null ? OptionalDouble.empty() : OptionalDouble.of(min);
    }

    @Override
    public void requeue(Shard shard, double startTag, double promisedSeconds) {
        change(shard, entity -> entity.requeue(startTag, promisedSeconds));
    }

    @Override
    public void park(Shard shard) {
        change(shard, ShardEntity::park);
    }

    @Override
    public void setEnd(Shard shard, long end) {
        change(shard, entity -> entity.setEnd(end));
    }

    private void change(Shard shard, Consumer<ShardEntity> change) {
        locked(entities, shard.sweepId(), shard.first()).ifPresent(change);
    }

    @Override
    @Transactional
    public boolean skip(Shard shard, long from, long to) {
        Optional<ShardEntity> entity = locked(entities, shard.sweepId(), shard.first())
                .filter(found -> found.nextIndex() == from && to <= found.endIndex());
        entity.ifPresent(found -> found.moveTo(to));
        return entity.isPresent();
    }

    @Override
    public Optional<Tally> remove(long sweepId, long first) {
        Optional<ShardEntity> shard = locked(entities, sweepId, first);
        shard.ifPresent(entities::remove);
        entities.flush();
        return shard.map(entity -> entity.tally().toTally());
    }

    static Optional<ShardEntity> locked(EntityManager entities, long sweepId, long first) {
        return Optional.ofNullable(
                entities.find(ShardEntity.class, new BlockKey(sweepId, first), LockModeType.PESSIMISTIC_WRITE));
    }
}
