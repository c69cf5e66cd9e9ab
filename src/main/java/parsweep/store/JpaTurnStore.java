package parsweep.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parsweep.sweep.state.TurnStore;
import parsweep.sweep.state.WorkerTimes;
import parsweep.sweep.state.WorkerTurn;

@Repository
class JpaTurnStore implements TurnStore {
    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init") // the entity manager comes from the container
    JpaTurnStore() {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long sweepId, WorkerTurn turn, Instant endedAt) {
        WorkerTimesEntity.Key key = new WorkerTimesEntity.Key(sweepId, turn.worker());
        WorkerTimesEntity times = entities.find(WorkerTimesEntity.class, key);
        if (times == null) {
            times = new WorkerTimesEntity(key, endedAt);
            entities.persist(times);
        }
        times.add(turn, endedAt);
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkerTimes> of(long sweepId) {
        return entities.createQuery(
                        "select w from WorkerTimesEntity w where w.key.sweepId = :id order by w.key.worker",
                        WorkerTimesEntity.class)
                .setParameter("id", sweepId)
                .getResultStream()
                .map(WorkerTimesEntity::toWorkerTimes)
                .toList();
    }
}
