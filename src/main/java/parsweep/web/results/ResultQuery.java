package parsweep.web.results;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark of a request for results, as it stands there. */
record ResultQuery(
        @Parameter(
                description = "names of the columns, in the order in which they are wanted",
                example = "index,status")
        @Nullable
        String columns,

        @Parameter(
                description = "done, failed, or kinds of failures: error, timeout, killed, rejected, non-finite",
                example = "done")
        @Nullable
        String status,

        @Parameter(description = "a formula of the columns that hold numbers; rows where it is neither 0 nor NaN")
        @Nullable
        String where,

        @Parameter(description = "the first index") @Nullable
        String from,

        @Parameter(description = "one past the last index") @Nullable
        String to,

        @Parameter(description = "so many rows, evenly spaced over the indices, before status= and where= apply")
        @Nullable
        String sample,

        @Parameter(
                description = "a column of numbers by whose values rows are sorted, with - before it the greatest"
                        + " first; needs limit=")
        @Nullable
        String sort,

        @Parameter(description = "at most so many rows; with sort= up to 10000") @Nullable
        String limit,

        @Parameter(description = "the column of an npy; not needed for a model with one output") @Nullable
        String output,

        @Parameter(description = "grid: an npy has an axis for each axis of the space, then one for replicates")
        @Nullable
        String shape,

        @Parameter(description = "true: an ndjson goes on until the sweep is over") @Nullable
        String follow) {

    /** All rows and columns. */
    static final ResultQuery ALL = new ResultQuery(null, null, null, null, null, null, null, null, null, null, null);
}
