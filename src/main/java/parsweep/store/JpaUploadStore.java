package parsweep.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import parsweep.sweep.state.SweepState;
import parsweep.sweep.upload.UploadStore;

@Repository
@Transactional
class JpaUploadStore implements UploadStore {
    private final Clock clock;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init") // the entity manager comes from the container
    JpaUploadStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Long> ids() {
        return entities.createQuery("select m.id from ModuleEntity m order by m.id", Long.class)
                .getResultList();
    }

    @Override
    public List<StoredModel> all() {
        return entities.createQuery(
                        "select m.id, m.name, m.version, m.manifest from ModuleEntity m order by m.id",
                        StoredModel.class)
                .getResultList();
    }

    @Override
    public Optional<byte[]> module(String name, String version) {
        return entities.createQuery(
                        "select m.code from ModuleEntity m where m.name = :name and m.version = :version", byte[].class)
                .setParameter("name", name)
                .setParameter("version", version)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void insert(String name, String version, String manifest, byte[] module) {
        entities.persist(new ModuleEntity(name, version, manifest, module, clock.instant()));
        entities.flush();
    }

    @Override
    public List<Long> activeSweeps(String name, String version, int limit) {
        return entities.createQuery(
                        "select s.id from SweepEntity s where s.model = :name and s.modelVersion = :version"
                                + " and s.state in :states order by s.id",
                        Long.class)
                .setParameter("name", name)
                .setParameter("version", version)
                .setParameter("states", List.of(SweepState.QUEUED, SweepState.RUNNING, SweepState.PAUSED))
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public boolean delete(String name, String version) {
        return entities.createQuery("delete from ModuleEntity m where m.name = :name and m.version = :version")
                        .setParameter("name", name)
                        .setParameter("version", version)
                        .executeUpdate()
                > 0;
    }
}
