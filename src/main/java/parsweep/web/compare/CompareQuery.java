package parsweep.web.compare;

import java.util.List;
import java.util.Set;
import parsweep.sweep.SweepResults;
import parsweep.web.BadRequest;
import tools.jackson.databind.JsonNode;

/**
 * Do two sweeps come to the same, and if not, where do they differ?
 *
 * <p>If all indices that both have stand for the same parameters, rows are compared as they are read. Else rows of one
 * sweep are kept and found by their parameters, which takes memory, and so is limited.
 *
 * @param tolerance how much values may differ, relative to the larger magnitude of the two
 */
public record CompareQuery(double tolerance) {
    /** What says which points there are. */
    private static final Set<String> POINTS = Set.of("model", "space", "fixed", "replicates", "extend");

    /**
     * @throws BadRequest if the tolerance is negative or not finite
     */
    public CompareQuery {
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw BadRequest.parameter("tolerance", tolerance, "a number from 0, such as 1e-9");
        }
    }

    /** A sweep and its definition. */
    public record Side(SweepResults results, JsonNode definition) {}

    /**
     * Puts the question to two sweeps.
     *
     * @throws BadRequest if their points stand in different orders, and there are too many of them
     */
    public Comparison of(Side side, Side other) {
        List<Comparison.Change> changes = DefinitionChanges.of(side.definition(), other.definition());
        boolean samePoints = changes.stream().noneMatch(change -> POINTS.contains(change.field()));
        boolean identical = isIdentical(side.results(), other.results());
        PointKeys keys = new PointKeys(side.results(), other.results());
        Alignment alignment = Alignment.of(side.results(), other.results(), keys, tolerance, identical && samePoints);
        return new Comparison(
                side.results().sweep().id(),
                other.results().sweep().id(),
                identical,
                alignment.by(),
                keys.names(),
                tolerance,
                alignment.common(),
                alignment.onlyInFirst(),
                alignment.onlyInSecond(),
                alignment.statusDiffers(),
                alignment.warning(),
                changes,
                alignment.outputs());
    }

    /** The fingerprint covers indices, statuses and the bits of all outputs. */
    private static boolean isIdentical(SweepResults results, SweepResults other) {
        return results.sweep()
                        .tally()
                        .fingerprint()
                        .equals(other.sweep().tally().fingerprint())
                && results.sweep().size() == other.sweep().size();
    }
}
