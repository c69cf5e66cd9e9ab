package parsweep.exec;

import java.util.Set;
import parsweep.outcome.Failure;
import parsweep.outcome.FailureKind;
import parsweep.outcome.OutcomeBuilder;
import parsweep.outcome.Outcomes;

/**
 * What a stored block keeps when its failures are tried again.
 *
 * @param first the index of the first outcome
 * @param again the kinds of failure that are tried again
 */
record Kept(long first, Outcomes outcomes, Set<FailureKind> again) {
    /**
     * Copies what is kept, from an index on, as the builder's next points.
     *
     * @return the index of the first point that is to be computed again, or the one after the last
     */
    long copyFrom(long from, OutcomeBuilder builder) {
        long index = from;
        long end = first + outcomes.points();
        while (index < end) {
            int row = outcomes.row((int) (index - first));
            if (row < 0) {
                int next = -1 - row;
                long tried = next == outcomes.rows() ? end : first + outcomes.offset(next);
                builder.exclude(index, tried, 0);
                index = tried;
                continue;
            }
            Failure failure = outcomes.failure(row);
            if (failure != null && again.contains(failure.kind())) {
                return index;
            }
            builder.keep(index, outcomes, row);
            index++;
        }
        return end;
    }

    /** How often the point of an index has been tried, which must not be excluded. */
    int attempts(long index) {
        Failure failure = outcomes.failure(outcomes.row((int) (index - first)));
        return failure == null ? 0 : failure.attempts();
    }
}
