package parsweep.store;

import jakarta.persistence.EntityManager;
import java.util.List;
import parsweep.outcome.FailureGroup;
import parsweep.outcome.FailureKind;

/** Sums up the failures of a sweep over its blocks. */
final class FailureQueries {
    /** More kinds of failure than these nobody reads. */
    private static final int MAX_GROUPS = 100;

    private FailureQueries() {}

    private record Sum(FailureKind kind, String signature, long count) {}

    /** The largest groups first. */
    static List<FailureGroup> groups(EntityManager entities, long sweepId) {
        return entities
                .createQuery(
                        "select f.kind, f.signature, sum(f.count) from FailureEntity f where f.sweepId = :id"
                                + " group by f.kind, f.signature order by sum(f.count) desc, min(f.blockFirst)",
                        Sum.class)
                .setParameter("id", sweepId)
                .setMaxResults(MAX_GROUPS)
                .getResultList()
                .stream()
                .map(sum -> group(entities, sweepId, sum))
                .toList();
    }

    private static FailureGroup group(EntityManager entities, long sweepId, Sum sum) {
        List<FailureEntity> first = entities.createQuery(
                        "select f from FailureEntity f where f.sweepId = :id and f.kind = :kind"
                                + " and f.signature = :signature order by f.blockFirst",
                        FailureEntity.class)
                .setParameter("id", sweepId)
                .setParameter("kind", sum.kind())
                .setParameter("signature", sum.signature())
                .setMaxResults(FailureGroup.MAX_INDICES)
                .getResultList();
        List<Long> indices = first.stream()
                .flatMap(failure -> failure.firstIndices().stream())
                .limit(FailureGroup.MAX_INDICES)
                .toList();
        String message = first.isEmpty() ? "" : first.get(0).message(); // empty if they were retried in between
        return new FailureGroup(sum.kind(), sum.signature(), message, sum.count(), indices);
    }
}
