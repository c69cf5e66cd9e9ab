package parsweep.store;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Takes a sweep out of all tables, in several transactions if it has many blocks, and its own row last. */
final class SweepRemoval {
    private final EntityManager entities;
    private final long id;

    SweepRemoval(EntityManager entities, long id) {
        this.entities = entities;
        this.id = id;
    }

    /**
     * Removes so many blocks at most, and the rest of the sweep when there are no more.
     *
     * @return whether nothing is left
     */
    boolean remove(int maxBlocks) {
        delete("ShardEntity s where s.key.sweepId = :id");
        if (removeBlocks(maxBlocks) == maxBlocks) {
            return false;
        }
        delete("FailureEntity f where f.sweepId = :id");
        delete("WorkerTimesEntity w where w.key.sweepId = :id");
        delete("SubmissionEntity s where s.sweepId = :id");
        delete("DefinitionEntity d where d.sweepId = :id");
        delete("SweepEntity s where s.id = :id");
        return true;
    }

    private int removeBlocks(int max) {
        List<Long> firsts = entities.createQuery(
                        "select b.key.firstIndex from BlockEntity b where b.key.sweepId = :id order by b.key.firstIndex",
                        Long.class)
                .setParameter("id", id)
                .setMaxResults(max)
                .getResultList();
        if (!firsts.isEmpty()) {
            entities.createQuery("delete from BlockEntity b where b.key.sweepId = :id and b.key.firstIndex <= :last")
                    .setParameter("id", id)
                    .setParameter("last", firsts.get(firsts.size() - 1))
                    .executeUpdate();
        }
        return firsts.size();
    }

    private void delete(String which) {
        entities.createQuery("delete from " + which).setParameter("id", id).executeUpdate();
    }
}
