package parsweep.sweep.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parsweep.model.Output;
import parsweep.outcome.Failure;
import parsweep.outcome.Outcomes;
import parsweep.sweep.audit.Verification.Difference;

/** Compares what a point came to with what it comes to now, bit for bit; all NaNs count as one, as in fingerprints. */
final class RowComparison {
    private final List<Output> outputs;

    RowComparison(List<Output> outputs) {
        this.outputs = outputs;
    }

    /**
     * What differs; nothing if both failed in the same way, whatever their messages.
     *
     * @param row of the point in {@code before}
     * @param now the point as the only row, or none if it is excluded
     */
    List<Difference> differences(long index, Outcomes before, int row, Outcomes now) {
        String statusBefore = status(before.failure(row));
        String statusNow = now.rows() == 0 ? "excluded" : status(now.failure(0));
        if (!statusBefore.equals(statusNow)) {
            return List.of(new Difference(index, null, null, null, statusBefore, statusNow));
        }
        List<Difference> found = new ArrayList<>();
        for (int slot = 0; slot < outputs.size() && before.isDone(row); slot++) {
            Object stored = Objects.requireNonNull(before.get(slot, row));
            Object recomputed = Objects.requireNonNull(now.get(slot, 0));
            Difference difference = difference(index, outputs.get(slot).name(), stored, recomputed);
            if (difference != null) {
                found.add(difference);
            }
        }
        return found;
    }

    static String status(@Nullable Failure failure) {
        return failure == null ? "done" : failure.kind().label();
    }

    private static @Nullable Difference difference(long index, String output, Object stored, Object recomputed) {
        if (stored instanceof double[] before && recomputed instanceof double[] now) {
            return arrayDifference(index, output, before, now);
        }
        // Double.equals compares bits, so that 0 is not -0 and NaN is NaN
        return stored.equals(recomputed) ? null : new Difference(index, output, null, null, stored, recomputed);
    }

    private static @Nullable Difference arrayDifference(long index, String output, double[] before, double[] now) {
        if (before.length != now.length) {
            return new Difference(index, output, null, null, lengthOf(before), lengthOf(now));
        }
        int first = -1;
        int count = 0;
        for (int i = 0; i < before.length; i++) {
            if (Double.doubleToLongBits(before[i]) != Double.doubleToLongBits(now[i])) {
                first = first < 0 ? i : first;
                count++;
            }
        }
        return count == 0 ? null : new Difference(index, output, first, count, before[first], now[first]);
    }

    private static String lengthOf(double[] values) {
        return "%d elements".formatted(values.length);
    }
}
