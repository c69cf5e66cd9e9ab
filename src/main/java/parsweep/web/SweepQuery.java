package parsweep.web;

import org.jspecify.annotations.Nullable;
import parsweep.sweep.state.SweepState;
import parsweep.sweep.state.SweepStore.SweepFilter;

/**
 * Which sweeps to list; a null takes all.
 *
 * @param q part of the name or the model, in any case
 * @param page from 0
 * @param size sweeps per page
 */
public record SweepQuery(
        @Nullable SweepState state,
        @Nullable String model,
        @Nullable String q,
        int page,
        int size) {
    private static final int MAX_PAGE = 1_000_000;
    private static final int MAX_SIZE = 200;

    /** @throws BadRequest if the page or its size is out of bounds */
    public SweepQuery {
        if (page < 0 || page > MAX_PAGE) {
            throw BadRequest.parameter("page", page, "0 to " + MAX_PAGE);
        }
        if (size < 1 || size > MAX_SIZE) {
            throw BadRequest.parameter("size", size, "1 to " + MAX_SIZE);
        }
    }

    SweepFilter filter() {
        return new SweepFilter(state, model, q);
    }
}
