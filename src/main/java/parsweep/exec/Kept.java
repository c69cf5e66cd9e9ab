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
    /** Copies the outcome of an index as the builder's next row; false if it is to be computed again. */
    boolean copy(long index, OutcomeBuilder builder) {
        int row = (int) (index - first);
        Failure failure = outcomes.failure(row);
        if (failure != null && again.contains(failure.kind())) {
            return false;
        }
        builder.keep(index, outcomes, row);
        return true;
    }

    /** How often the point of an index has been tried. */
    int attempts(long index) {
        Failure failure = outcomes.failure((int) (index - first));
        return failure == null ? 0 : failure.attempts();
    }
}
