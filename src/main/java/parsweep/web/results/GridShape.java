package parsweep.web.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import parsweep.export.ResultFormat;
import parsweep.export.Table.Axis;
import parsweep.space.Dimension;
import parsweep.sweep.SweepResults;
import parsweep.web.BadRequest;

/** The axes of a sweep whose results are wanted as an array: those of its space, then one for replicates if it has any. */
final class GridShape {
    private GridShape() {}

    /**
     * Checks a query that asks for {@code shape=grid}.
     *
     * @throws BadRequest if the rows would not be those of all indices, or these do not lie along axes
     */
    static void check(SweepResults results, ResultQuery query, ResultFormat format) {
        if (!format.isPositional()) {
            throw BadRequest.parameter("shape", String.valueOf(query.shape()), "none: it is for arrays");
        }
        if (!"grid".equals(query.shape())) {
            throw BadRequest.parameter("shape", String.valueOf(query.shape()), "grid");
        }
        if (isPartial(query)) {
            throw BadRequest.parameter("shape", "grid", "all rows: no status, where, from, to, sample, sort, limit");
        }
        if (!results.isRegular()) {
            throw BadRequest.parameter("shape", "grid", "a sweep to which no replicates were added later");
        }
    }

    /** Whether the rows of a query, which did not ask for a shape, lie along more than the order of their indices. */
    static boolean isGrid(SweepResults results, ResultQuery query) {
        return !isPartial(query)
                && results.isRegular()
                && (results.replicates() > 1
                        || results.dimensions().size() > 1
                        || results.dimensions().get(0).parameters().size() == 1);
    }

    private static boolean isPartial(ResultQuery query) {
        return Stream.of(
                        query.status(),
                        query.where(),
                        query.from(),
                        query.to(),
                        query.sample(),
                        query.sort(),
                        query.limit())
                .anyMatch(Objects::nonNull);
    }

    /**
     * @param all columns of the sweep
     */
    static List<Axis> axes(SweepResults results, Committed committed, List<ResultColumn> all) {
        List<Dimension> dimensions = new ArrayList<>(results.dimensions());
        if (results.replicates() > 1) {
            dimensions.add(new Dimension(List.of("replicate"), results.replicates()));
        }
        List<Axis> axes = new ArrayList<>();
        long step = results.sweep().size(); // between two places on the axis, in indices
        for (Dimension dimension : dimensions) {
            IndexRange range = new IndexRange(0, step);
            step /= dimension.size();
            EvenSample places = new EvenSample(0, range.size(), dimension.size());
            List<ResultColumn> columns = all.stream()
                    .filter(column -> dimension.parameters().contains(column.name()))
                    .toList();
            Selection selection = new Selection(columns, null, places, null, Long.MAX_VALUE);
            SweepTable coordinates =
                    SweepTable.of(results, selection, new RowScan(results, range, committed, true, places));
            axes.add(new Axis(dimension.parameters().get(0), dimension.size(), coordinates));
        }
        return axes;
    }
}
