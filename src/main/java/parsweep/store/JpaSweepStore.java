package parsweep.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parsweep.sweep.LockedSweep;
import parsweep.sweep.Sweep;
import parsweep.sweep.SweepStore;
import parsweep.sweep.Tally;

@Repository
@Transactional
class JpaSweepStore implements SweepStore {
    private final Clock clock;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init") // the entity manager comes from the container
    JpaSweepStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public long insert(NewSweep sweep) {
        SweepEntity entity = new SweepEntity(sweep, clock.instant());
        entities.persist(entity);
        entities.persist(new DefinitionEntity(entity.id(), sweep.definition()));
        return entity.id();
    }

    @Override
    public String definition(long id) {
        DefinitionEntity definition = entities.find(DefinitionEntity.class, id);
        if (definition == null) {
            throw new NoSuchElementException("sweep %d has no definition".formatted(id));
        }
        return definition.json();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void setDefinition(long id, String json) {
        entities.find(DefinitionEntity.class, id).setJson(json);
    }

    /** Read with its shards in one transaction, since a shard's tally moves to the sweep when it ends. */
    @Override
    public Optional<Sweep> find(long id) {
        return Optional.ofNullable(entities.find(SweepEntity.class, id)).map(this::withRunning);
    }

    private Sweep withRunning(SweepEntity sweep) {
        Tally running = entities.createQuery("select s from ShardEntity s where s.key.sweepId = :id", ShardEntity.class)
                .setParameter("id", sweep.id())
                .getResultStream()
                .map(shard -> shard.tally().toTally())
                .reduce(Tally.NONE, Tally::plus);
        return sweep.toSweep(running);
    }

    @Override
    public List<Sweep> list(SweepFilter filter, int offset, int limit) {
        return where("select s from SweepEntity s", " order by s.id desc", SweepEntity.class, filter)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(this::withRunning)
                .toList();
    }

    @Override
    public long count(SweepFilter filter) {
        return where("select count(s) from SweepEntity s", "", Long.class, filter)
                .getSingleResult();
    }

    private <T> TypedQuery<T> where(String select, String order, Class<T> type, SweepFilter filter) {
        TypedQuery<T> query = entities.createQuery(
                select
                        + " where (:state is null or s.state = :state) and (:model is null or s.model = :model)"
                        + " and (:text is null or lower(s.name) like :text escape '\\' or s.model like :text escape '\\')"
                        + order,
                type);
        return query.setParameter("state", filter.state())
                .setParameter("model", filter.model())
                .setParameter("text", filter.text() == null ? null : "%" + escaped(filter.text()) + "%");
    }

    private static String escaped(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<LockedSweep> lock(long id) {
        return Optional.ofNullable(entities.find(SweepEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public boolean delete(long id, int maxBlocks) {
        lock(id); // in the order of whoever settles a shard: the sweep, then its shards
        entities.createQuery("delete from ShardEntity s where s.key.sweepId = :id")
                .setParameter("id", id)
                .executeUpdate();
        List<Long> firsts = entities.createQuery(
                        "select b.key.firstIndex from BlockEntity b where b.key.sweepId = :id order by b.key.firstIndex",
                        Long.class)
                .setParameter("id", id)
                .setMaxResults(maxBlocks)
                .getResultList();
        if (!firsts.isEmpty()) {
            entities.createQuery("delete from BlockEntity b where b.key.sweepId = :id and b.key.firstIndex <= :last")
                    .setParameter("id", id)
                    .setParameter("last", firsts.get(firsts.size() - 1))
                    .executeUpdate();
        }
        if (firsts.size() == maxBlocks) {
            return false;
        }
        entities.createQuery("delete from FailureEntity f where f.sweepId = :id")
                .setParameter("id", id)
                .executeUpdate();
        entities.createQuery("delete from DefinitionEntity d where d.sweepId = :id")
                .setParameter("id", id)
                .executeUpdate();
        entities.createQuery("delete from SweepEntity s where s.id = :id")
                .setParameter("id", id)
                .executeUpdate();
        return true;
    }

    /**
     * H2 writes committed transactions to its file within half a second; PostgreSQL has done so when a commit returns.
     */
    @Override
    public void sync() {
        if (isH2()) {
            entities.createNativeQuery("checkpoint sync").executeUpdate();
        }
    }

    private boolean isH2() {
        return entities.getEntityManagerFactory()
                .getProperties()
                .getOrDefault("hibernate.dialect", "")
                .toString()
                .contains("H2");
    }
}
