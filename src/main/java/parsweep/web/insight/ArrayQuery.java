package parsweep.web.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parsweep.stats.Moments;
import parsweep.sweep.SweepResults;
import parsweep.web.BadRequest;
import parsweep.web.question.Requests;
import parsweep.web.scan.Row;
import parsweep.web.scan.RowScan;
import parsweep.web.scan.Variable;
import parsweep.web.scan.Variables;

/**
 * What does an output come to over some parameters, whatever the others are?
 *
 * @param dims parameters, or {@code replicate}, from the slowest to the fastest
 * @param output null for the only one
 * @param element of an array: its position, or a reduction; null for the mean
 * @param where which points; null for all
 * @param bins most values of a parameter that are kept apart; of one with more, the number of bins
 */
public record ArrayQuery(
        List<String> dims,
        @Nullable String output,
        Reduce reduce,
        @Nullable String element,
        @Nullable String where,
        int bins) {
    static final int MAX_DIMS = 8;
    static final int MAX_BINS = 4096;

    /**
     * @throws BadRequest if there is no dimension or too many, or {@code bins} is out of range
     */
    public ArrayQuery {
        dims = List.copyOf(dims);
        if (dims.isEmpty() || dims.size() > MAX_DIMS) {
            throw BadRequest.parameter("dims", String.join(",", dims), "1 to %d parameters".formatted(MAX_DIMS));
        }
        Requests.within("bins", bins, 1, MAX_BINS);
    }

    /**
     * Puts the question to a sweep.
     *
     * @throws BadRequest if a name is unknown, {@code where} is no condition, or there are too many cells
     */
    public LabelledArray of(SweepResults results) {
        Variables variables = new Variables(results);
        Variable variable = variables.output(output, element);
        List<Variable> by =
                dims.stream().map(name -> variables.parameter("dims", name)).toList();
        RowScan scan = RowScan.of(results, where);
        CellGrid grid = CellGrid.over(by, scan, bins);
        Cells cells = new Cells(grid, variable);
        scan.run(cells);
        long[] counts = cells.counts();
        double[] data = reduce == Reduce.MEDIAN ? CellMedians.of(grid, scan, variable, counts) : cells.reduce(reduce);
        String[] nameAndElement = variable.name().split("\\.", 2);
        return new LabelledArray(
                results.sweep().id(),
                nameAndElement[0],
                reduce == Reduce.COUNT ? "" : variable.unit(),
                Requests.label(reduce),
                nameAndElement.length == 2 ? nameAndElement[1] : null,
                grid.dimensions(),
                grid.shape(),
                data,
                counts,
                cells.points,
                cells.failed);
    }

    private static final class Cells implements RowScan.Sink {
        private final CellGrid grid;
        private final Variable variable;
        private final @Nullable Moments[] moments;
        private long points;
        private long failed;

        Cells(CellGrid grid, Variable variable) {
            this.grid = grid;
            this.variable = variable;
            this.moments = new Moments[grid.size()];
        }

        @Override
        public void done(Row row) {
            int cell = grid.indexOf(row);
            double value = variable.of(row);
            if (cell < 0 || !Double.isFinite(value)) {
                return;
            }
            Moments ofCell = moments[cell];
            if (ofCell == null) {
                ofCell = new Moments();
                moments[cell] = ofCell;
            }
            ofCell.add(value);
            points++;
        }

        @Override
        public void failed(Row row) {
            failed++;
        }

        long[] counts() {
            long[] counts = new long[moments.length];
            for (int cell = 0; cell < counts.length; cell++) {
                Moments ofCell = moments[cell];
                counts[cell] = ofCell == null ? 0 : ofCell.count();
            }
            return counts;
        }

        double[] reduce(Reduce reduce) {
            Moments none = new Moments();
            double[] data = new double[moments.length];
            for (int cell = 0; cell < data.length; cell++) {
                Moments ofCell = moments[cell];
                data[cell] = reduce.of(ofCell == null ? none : ofCell);
            }
            return data;
        }
    }
}
