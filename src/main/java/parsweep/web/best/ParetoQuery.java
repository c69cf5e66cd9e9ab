package parsweep.web.best;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parsweep.stats.ParetoFront;
import parsweep.sweep.SweepResults;
import parsweep.web.BadRequest;
import parsweep.web.question.Requests;
import parsweep.web.scan.RowScan;
import parsweep.web.scan.Variable;
import parsweep.web.scan.Variables;

/**
 * Which points are not beaten by another one in all outputs at once?
 *
 * @param outputs arrays by {@code name.element}
 * @param directions for each output; all {@link Direction#MIN} if there are none
 * @param where which points; null for all
 */
public record ParetoQuery(
        List<String> outputs,
        List<Direction> directions,
        @Nullable String where) {
    static final int MAX_OUTPUTS = 6;

    /**
     * @throws BadRequest if there are less than two outputs, too many, or not as many directions
     */
    public ParetoQuery {
        outputs = List.copyOf(outputs);
        if (outputs.size() < 2 || outputs.size() > MAX_OUTPUTS) {
            throw BadRequest.parameter(
                    "outputs", String.join(",", outputs), "2 to %d outputs, joined by commas".formatted(MAX_OUTPUTS));
        }
        if (!directions.isEmpty() && directions.size() != outputs.size()) {
            throw BadRequest.parameter(
                    "directions",
                    String.join(",", directions.stream().map(Requests::label).toList()),
                    "min or max for each of the %d outputs, joined by commas".formatted(outputs.size()));
        }
        directions = directions.isEmpty()
                ? outputs.stream().map(output -> Direction.MIN).toList()
                : List.copyOf(directions);
    }

    /**
     * Puts the question to a sweep.
     *
     * @return from the best point in the first output on
     * @throws BadRequest if a name is unknown, {@code where} is no condition, or the front is too large
     */
    public RankedPoints of(SweepResults results) {
        Variables variables = new Variables(results);
        Variable[] objectives =
                outputs.stream().map(name -> variables.output(name, null)).toArray(Variable[]::new);
        double[] costs = new double[objectives.length];
        ParetoFront front = new ParetoFront();
        try {
            RowScan.of(results, where).run(row -> {
                for (int i = 0; i < costs.length; i++) {
                    costs[i] = directions.get(i).cost(objectives[i].of(row));
                }
                front.add(row.index(), costs);
            });
            return new RankedPoints(
                    results.sweep().id(),
                    outputs,
                    directions.stream().map(Requests::label).toList(),
                    PointRow.of(results, front.indices()));
        } catch (ParetoFront.TooLargeException e) {
            throw Requests.tooMuch("more than %d points in the front (expected: fewer, by fewer outputs or where)"
                    .formatted(ParetoFront.MAX_SIZE));
        }
    }
}
