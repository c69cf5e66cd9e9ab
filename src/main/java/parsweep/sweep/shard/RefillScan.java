package parsweep.sweep.shard;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parsweep.outcome.Outcomes;
import parsweep.sweep.shard.ShardLedger.Assignment;
import parsweep.sweep.shard.ShardLedger.Task;
import parsweep.sweep.state.BlockStore;
import parsweep.sweep.state.BlockStore.Span;
import parsweep.sweep.state.BlockStore.StoredBlock;
import parsweep.sweep.state.Refill;

/** Looks for the next indices of a shard that need something: a gap between blocks, or failures to be tried again. */
final class RefillScan {
    /** Blocks without payload that are looked at in one query. */
    private static final int PAGE = 1000;

    private RefillScan() {}

    static Optional<Task> first(BlockStore blocks, Assignment assignment, long from) {
        long sweepId = assignment.shard().sweepId();
        long end = assignment.shard().end();
        long index = from;
        while (index < end) {
            List<Span> page = blocks.spans(sweepId, index, end, PAGE);
            for (Span span : page) {
                if (span.first() > index) {
                    return Optional.of(new Task(index, span.first(), null));
                }
                Outcomes again = failuresToTry(blocks, assignment, span);
                if (again != null) {
                    return Optional.of(new Task(span.first(), span.end(), again));
                }
                index = span.end();
            }
            if (page.size() < PAGE) {
                return index < end ? Optional.of(new Task(index, end, null)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static @Nullable Outcomes failuresToTry(BlockStore blocks, Assignment assignment, Span span) {
        Refill refill = Objects.requireNonNull(assignment.refill());
        if (span.failed() == 0 || refill.again().isEmpty()) {
            return null;
        }
        StoredBlock block =
                Objects.requireNonNull(blocks.next(assignment.shard().sweepId(), span.first()));
        Outcomes outcomes = new Outcomes(
                block.payload(), assignment.plan().model().description().outputs());
        boolean any = outcomes.failures().values().stream()
                .anyMatch(failure -> refill.again().contains(failure.kind()));
        return any ? outcomes : null;
    }
}
