package parsweep.web.best;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parsweep.model.Output;
import parsweep.sweep.SweepResults;
import parsweep.sweep.SweepResults.OutcomeBlock;

/**
 * A point and what it came to.
 *
 * @param outputs all but arrays, which {@code points/{index}} has
 */
public record PointRow(long index, Map<String, Object> parameters, int replicate, Map<String, Object> outputs) {
    /** The rows of some indices, in their order; those that have no outputs (any more) are left out. */
    static List<PointRow> of(SweepResults results, long[] indices) {
        long[] ascending = indices.clone();
        Arrays.sort(ascending); // so that each block is read once
        Map<Long, PointRow> rows = new LinkedHashMap<>();
        OutcomeBlock block = null;
        for (long index : ascending) {
            if (block == null || index >= block.end()) {
                block = results.next(index);
            }
            int row = block == null || block.start() > index ? -1 : block.row(index);
            if (block != null && row >= 0) {
                Map<String, Object> outputs = outputs(results, block, row);
                rows.put(index, new PointRow(index, results.parameters(index), results.replicate(index), outputs));
            }
        }
        List<PointRow> inOrder = new ArrayList<>();
        for (long index : indices) {
            PointRow row = rows.get(index);
            if (row != null) {
                inOrder.add(row);
            }
        }
        return inOrder;
    }

    private static Map<String, Object> outputs(SweepResults results, OutcomeBlock block, int position) {
        Map<String, Object> named = new LinkedHashMap<>();
        List<Output> outputs = results.outputs();
        for (int slot = 0; slot < outputs.size(); slot++) {
            @Nullable
            Object value = outputs.get(slot).shape().isArray()
                    ? null
                    : block.outcomes().get(slot, position);
            if (value != null) {
                named.put(outputs.get(slot).name(), value);
            }
        }
        return named;
    }
}
