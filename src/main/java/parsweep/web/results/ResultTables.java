package parsweep.web.results;

import java.io.IOException;
import java.util.List;
import parsweep.export.ResultFormat;
import parsweep.export.Table;
import parsweep.sweep.SweepResults;
import parsweep.web.BadRequest;

/** Makes the table that a query asks for. */
final class ResultTables {
    private ResultTables() {}

    /**
     * The table of a query.
     *
     * @param committed which indices have an outcome
     * @throws BadRequest if the query is not sound, or its result is not for this format
     */
    static SweepTable of(SweepResults results, Committed committed, ResultFormat format, ResultQuery query)
            throws IOException {
        boolean gaps = format.isPositional() || StatusFilter.asksForUntried(query.status());
        IndexRange asked = IndexRange.of(query, results.sweep().size());
        if (query.shape() != null) {
            GridShape.check(results, query, format);
        }
        boolean grid = query.shape() != null || (format.namesAxes() && GridShape.isGrid(results, query));
        IndexRange range = format.isPositional() && !grid && query.to() == null ? asked.until(committed.end()) : asked;
        boolean missing = gaps && !committed.isWhole(range.from(), range.to());
        List<ResultColumn> all = ResultColumns.of(results, missing);
        Selection selection = Selection.of(query, all, asked);
        if (format.extension().equals("npy")) {
            selection = selection.of(List.of(onlyColumn(results, query, selection.columns(), all)));
        } else if (query.output() != null) {
            throw BadRequest.parameter("output", query.output(), "columns= instead: output= is for npy");
        }
        RowScan rows = new RowScan(results, range, committed, gaps, selection.sample());
        SweepTable table = SweepTable.of(results, selection, rows);
        if (format.maxRows() < Long.MAX_VALUE) {
            requireAtMost(format.maxRows(), table, format);
        }
        return grid ? table.along(GridShape.axes(results, committed, all)) : table;
    }

    private static void requireAtMost(long maxRows, Table table, ResultFormat format) throws IOException {
        long rows = table.rows();
        if (rows > maxRows) {
            throw new BadRequest(
                    422,
                    "limit",
                    "%d rows (expected: at most %d, for %s holds no more; limit=, sample=, from= and to= make fewer)"
                            .formatted(rows, maxRows, format.extension()));
        }
    }

    private static ResultColumn onlyColumn(
            SweepResults results, ResultQuery query, List<ResultColumn> chosen, List<ResultColumn> all) {
        String names = ResultColumn.names(all, column -> true);
        if (query.output() != null) {
            if (query.columns() != null) {
                throw BadRequest.parameter("output", query.output(), "output= or columns=, not both");
            }
            return Selection.named("output", query.output(), query.output(), all);
        }
        if (query.columns() != null) {
            if (chosen.size() > 1) {
                throw BadRequest.parameter("columns", query.columns(), "one column for an npy; npz has any number");
            }
            return chosen.get(0);
        }
        if (results.outputs().size() > 1) {
            throw BadRequest.parameter("output", "", "one of " + names);
        }
        return all.get(all.size() - 1);
    }
}
