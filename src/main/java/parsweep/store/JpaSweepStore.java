package parsweep.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parsweep.sweep.state.Database;
import parsweep.sweep.state.LockedSweep;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepState;
import parsweep.sweep.state.SweepStore;
import parsweep.sweep.state.Tally;

@Repository
@Transactional
class JpaSweepStore implements SweepStore {
    private final Clock clock;
    private final Database database;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init") // the entity manager comes from the container
    JpaSweepStore(Clock clock, Database database) {
        this.clock = clock;
        this.database = database;
    }

    @Override
    public long insert(NewSweep sweep) {
        SweepEntity entity = new SweepEntity(sweep, clock.instant());
        entities.persist(entity);
        entities.persist(new DefinitionEntity(entity.id(), sweep.definition(), sweep.manifest()));
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
    public Optional<String> manifest(long id) {
        return Optional.ofNullable(entities.find(DefinitionEntity.class, id)).map(DefinitionEntity::manifest);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void setDefinition(long id, String json) {
        entities.find(DefinitionEntity.class, id).setJson(json);
    }

    @Override
    public Optional<Sweep> find(long id) {
        return read("= :ids", id).stream().findFirst(); // not "in": SQL for lists is made anew for every question
    }

    @Override
    public Optional<Sweep> findWithoutShards(long id) {
        return Optional.ofNullable(entities.find(SweepEntity.class, id)).map(sweep -> sweep.toSweep(Tally.NONE));
    }

    @Override
    public Optional<SweepState> state(long id) {
        return entities.createQuery("select s.state from SweepEntity s where s.id = :id", SweepState.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Sweep> list(SweepFilter filter, int offset, int limit) {
        List<Long> ids = where("select s.id from SweepEntity s", " order by s.id desc", Long.class, filter)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
        return read("in :ids", ids);
    }

    private record Row(SweepEntity sweep, @Nullable ShardEntity shard) {}

    /**
     * Newest first. One statement reads the sweeps with their shards, since between two a shard may end, and its tally
     * move to the sweep: it would be missed, or counted twice.
     *
     * @param which condition on an identifier
     */
    private List<Sweep> read(String which, Object ids) {
        Map<SweepEntity, Tally> running = new LinkedHashMap<>();
        entities.createQuery(
                        "select w, s from SweepEntity w left join ShardEntity s on s.key.sweepId = w.id"
                                + " where w.id " + which + " order by w.id desc",
                        Row.class)
                .setParameter("ids", ids)
                .getResultStream()
                .forEach(row -> running.merge(
                        row.sweep(),
                        row.shard() == null ? Tally.NONE : row.shard().tally().toTally(),
                        Tally::plus));
        return running.entrySet().stream()
                .map(entry -> entry.getKey().toSweep(entry.getValue()))
                .toList();
    }

    @Override
    public long count(SweepFilter filter) {
        return where("select count(s) from SweepEntity s", "", Long.class, filter)
                .getSingleResult();
    }

    /** Every sweep that is not over has a shard, and no other has: a small table, whatever the number of sweeps. */
    @Override
    public long countActive() {
        return entities.createQuery("select count(distinct s.key.sweepId) from ShardEntity s", Long.class)
                .getSingleResult();
    }

    @Override
    public long storedBytes() {
        return sum("select sum(s.tally.bytes) from SweepEntity s")
                + sum("select sum(s.tally.bytes) from ShardEntity s");
    }

    private long sum(String query) {
        Long sum = entities.createQuery(query, Long.class).getSingleResult();
        return sum == null ? 0 : sum;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(String key, Submission submission) {
        entities.persist(new SubmissionEntity(key, submission));
        entities.flush();
    }

    @Override
    public Optional<Submission> submission(String key) {
        return Optional.ofNullable(entities.find(SubmissionEntity.class, key)).map(SubmissionEntity::toSubmission);
    }

    @Override
    public List<Long> expired(Instant now, int limit) {
        return entities.createQuery(
                        "select s.id from SweepEntity s where s.expiresAt <= :now order by s.expiresAt", Long.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
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
        database.noteDeletion();
        lock(id); // in the order of whoever settles a shard: the sweep, then its shards
        return new SweepRemoval(entities, id).remove(maxBlocks);
    }
}
