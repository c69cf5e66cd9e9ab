package parsweep.web.best;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parsweep.stats.Smallest;
import parsweep.sweep.SweepResults;
import parsweep.web.BadRequest;
import parsweep.web.question.Requests;
import parsweep.web.scan.RowScan;
import parsweep.web.scan.Variable;
import parsweep.web.scan.Variables;

/**
 * At which points is an output best?
 *
 * @param output null for the only one
 * @param k how many points
 * @param element of an array: its position, or a reduction; null for the mean
 * @param where which points; null for all
 */
public record BestQuery(
        @Nullable String output,
        Direction direction,
        int k,
        @Nullable String element,
        @Nullable String where) {
    static final int MAX_K = 1000;

    /**
     * @throws BadRequest if {@code k} is out of range
     */
    public BestQuery {
        Requests.within("k", k, 1, MAX_K);
    }

    /**
     * Puts the question to a sweep.
     *
     * @return from the best point on; of equal ones the first
     * @throws BadRequest if a name is unknown or {@code where} is no condition
     */
    public RankedPoints of(SweepResults results) {
        Variable variable = new Variables(results).output(output, element);
        Smallest smallest = new Smallest(k);
        RowScan.of(results, where).run(row -> smallest.add(row.index(), direction.cost(variable.of(row))));
        return new RankedPoints(
                results.sweep().id(),
                List.of(variable.name()),
                List.of(Requests.label(direction)),
                PointRow.of(results, smallest.indices()));
    }
}
