package parsweep.sweep.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of computing points again.
 *
 * @param seed of the choice of points
 * @param requested number of points that were to be looked at
 * @param checked number of points that were computed again and compared
 * @param equal how many of these came to the same, bit for bit
 * @param different how many did not
 * @param skipped points that were looked at and have nothing to compare: not computed yet, excluded, or stopped for a
 *     reason that lies in the machine ({@code timeout}, {@code killed})
 * @param complete whether all points that were to be looked at were; false if the time was up first
 * @param seconds that it took
 * @param differences of the first points that differ, by index; at most {@link Verifier#MAX_DIFFERENCES}
 */
public record Verification(
        long seed,
        int requested,
        int checked,
        int equal,
        int different,
        int skipped,
        boolean complete,
        double seconds,
        List<Difference> differences) {

    /**
     * An output, or the status, of a point that is not what it was.
     *
     * @param output null if it is the status that differs
     * @param element of an array, the first that differs; null if the output is none
     * @param elements how many of an array differ; null if the output is none
     * @param stored value, text or status; the length if arrays differ in that
     * @param recomputed the same now
     */
    public record Difference(
            long index,
            @Nullable String output,
            @Nullable Integer element,
            @Nullable Integer elements,
            Object stored,
            Object recomputed) {}
}
