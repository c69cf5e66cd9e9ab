package parsweep.web.results;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parsweep.web.BadRequest;

/**
 * Which rows and columns of a table are wanted, and in which order.
 *
 * @param columns in the order in which they are wanted
 * @param filter null if every row is wanted
 * @param sample which indices are looked at; null for all of them
 * @param order null for that of the indices
 * @param limit most rows; with an order at most {@link #MAX_SORTED}
 */
record Selection(
        List<ResultColumn> columns,
        @Nullable RowFilter filter,
        @Nullable EvenSample sample,
        @Nullable Order order,
        long limit) {

    /** Indices that are held in memory, and read one by one. */
    static final int MAX_SORTED = 10_000;

    /**
     * By the values of a column; what is NaN or missing comes last, and equal values in the order of their indices.
     */
    record Order(ResultColumn column, boolean descending) {}

    /**
     * Reads a query.
     *
     * @param all columns that there are
     * @param range in which the sample lies
     * @throws BadRequest if a value is not what it should be
     */
    static Selection of(ResultQuery query, List<ResultColumn> all, IndexRange range) {
        return new Selection(
                query.columns() == null ? all : columns(query.columns(), all),
                filter(query, all),
                query.sample() == null
                        ? null
                        : new EvenSample(
                                range.from(),
                                range.size(),
                                Numbers.parse("sample", query.sample(), 1, EvenSample.MAX_COUNT)),
                order(query, all),
                query.limit() == null
                        ? Long.MAX_VALUE
                        : Numbers.parse("limit", query.limit(), 0, query.sort() == null ? Long.MAX_VALUE : MAX_SORTED));
    }

    /** The same rows with other columns. */
    Selection of(List<ResultColumn> newColumns) {
        return new Selection(newColumns, filter, sample, order, limit);
    }

    private static List<ResultColumn> columns(String names, List<ResultColumn> all) {
        List<ResultColumn> chosen = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            ResultColumn column = named("columns", name, name, all);
            if (chosen.contains(column)) {
                throw BadRequest.parameter("columns", names, "'%s' once".formatted(name));
            }
            chosen.add(column);
        }
        return chosen;
    }

    /** The column of a name that stands in a parameter. */
    static ResultColumn named(String parameter, String value, String name, List<ResultColumn> all) {
        return ResultColumn.named(name, all)
                .orElseThrow(() ->
                        BadRequest.parameter(parameter, value, "one of " + ResultColumn.names(all, column -> true)));
    }

    private static @Nullable RowFilter filter(ResultQuery query, List<ResultColumn> all) {
        RowFilter status =
                query.status() == null ? null : new StatusFilter(named("status", "", "status", all), query.status());
        RowFilter where = query.where() == null ? null : new WhereFilter(query.where(), all);
        return status == null ? where : where == null ? status : status.and(where);
    }

    private static @Nullable Order order(ResultQuery query, List<ResultColumn> all) {
        String sort = query.sort();
        if (sort == null) {
            return null;
        }
        if (query.limit() == null) {
            throw BadRequest.parameter(
                    "limit", "", "a whole number from 0 to %d: how many sorted rows".formatted(MAX_SORTED));
        }
        boolean descending = sort.startsWith("-");
        String name = descending ? sort.substring(1) : sort;
        ResultColumn column = all.stream()
                .filter(candidate -> candidate.name().equals(name) && candidate.isNumber())
                .findFirst()
                .orElseThrow(() -> BadRequest.parameter(
                        "sort",
                        sort,
                        "one of %s, with - before it for the greatest first"
                                .formatted(ResultColumn.names(all, ResultColumn::isNumber))));
        return new Order(column, descending);
    }
}
