package parsweep.web.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parsweep.model.Output;
import parsweep.outcome.Failure;
import parsweep.outcome.Outcomes;
import parsweep.sweep.SweepResults;
import parsweep.sweep.SweepResults.OutcomeBlock;
import parsweep.sweep.state.SweepException;
import parsweep.sweep.state.SweepException.Problem;

/**
 * One point as JSON.
 *
 * @param status {@code pending}, {@code excluded} by a constraint, {@code done}, or the kind of the failure
 * @param seconds time in the model; absent unless the point was tried
 * @param outputs absent unless done
 * @param error why it failed; absent if it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PointResponse(
        long index,
        Map<String, Object> parameters,
        int replicate,
        long seed,
        String status,
        @Nullable Double seconds,
        @Nullable Map<String, Object> outputs,
        @Nullable String error,
        @Nullable Integer attempts) {

    static PointResponse of(SweepResults results, long index) {
        if (index < 0 || index >= results.sweep().size()) {
            throw new SweepException(
                    Problem.NOT_FOUND,
                    "no point %d in sweep %d (expected: 0 to %d)"
                            .formatted(
                                    index, results.sweep().id(), results.sweep().size() - 1));
        }
        Map<String, Object> parameters = results.parameters(index);
        OutcomeBlock block = results.next(index);
        if (block == null || block.start() > index || block.row(index) < 0) {
            return new PointResponse(
                    index,
                    parameters,
                    results.replicate(index),
                    results.seed(index),
                    block == null || block.start() > index ? "pending" : "excluded",
                    null,
                    null,
                    null,
                    null);
        }
        int row = block.row(index);
        Outcomes outcomes = block.outcomes();
        Failure failure = outcomes.failure(row);
        return new PointResponse(
                index,
                parameters,
                results.replicate(index),
                results.seed(index),
                failure == null ? "done" : failure.kind().label(),
                (double) outcomes.seconds(row),
                failure == null ? outputs(results.outputs(), outcomes, row) : null,
                failure == null ? null : failure.message(),
                failure == null ? null : failure.attempts());
    }

    private static Map<String, Object> outputs(List<Output> outputs, Outcomes outcomes, int row) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int slot = 0; slot < outputs.size(); slot++) {
            Object value = outcomes.get(slot, row);
            if (value != null) {
                named.put(outputs.get(slot).name(), value);
            }
        }
        return named;
    }
}
