package parsweep.sweep;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import parsweep.exec.Limits;
import parsweep.exec.Plan;
import parsweep.exec.StopSignal;
import parsweep.exec.WorkerPool;
import parsweep.outcome.Block;
import parsweep.outcome.FailureKind;
import parsweep.space.Values;

/**
 * What a definition would do, without storing anything.
 *
 * @param size number of indices: points times replicates
 * @param first the first points, at most {@link #SHOWN}: parameters and values, and a {@code status} if a constraint
 *     excludes the point, or if it is rejected because of a derived value, with an {@code error} that says why
 * @param last the last points, at most {@link #SHOWN}
 * @param included how many points the constraints of the space leave; null if it has none
 * @param secondsPerPoint measured on the first, the middle and the last point, of those found that are not excluded; null
 *     if these took too long, or none was found
 * @param seconds expected for the whole sweep when no other one runs; null if that is not known
 */
public record Preview(
        String model,
        long size,
        List<Map<String, Object>> first,
        List<Map<String, Object>> last,
        @Nullable Inclusion included,
        @Nullable Double secondsPerPoint,
        @Nullable Double seconds) {
    /** Number of points shown from either end. */
    public static final int SHOWN = 10;

    /** A person waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    static Preview of(Plan plan, int workers) throws InterruptedException {
        long size = plan.size();
        long shown = Math.min(SHOWN, size);
        Inclusion.Found found = plan.space().isConstrained() ? Inclusion.of(plan, shown) : null;
        Double perPoint = measure(plan, found == null ? List.of(0L, size / 2, size - 1) : found.tried());
        double scan = found == null ? 0 : found.scanSeconds();
        double share = found == null ? 1 : found.inclusion().share();
        return new Preview(
                plan.model().description().name(),
                size,
                points(plan, 0, shown),
                points(plan, size - shown, size),
                found == null ? null : found.inclusion(),
                perPoint,
                perPoint == null || workers == 0 ? null : (perPoint * share + scan) * size / Math.min(workers, size));
    }

    private static List<Map<String, Object>> points(Plan plan, long from, long to) {
        return LongStream.range(from, to).mapToObj(index -> point(plan, index)).toList();
    }

    private static Map<String, Object> point(Plan plan, long index) {
        Map<String, Object> shown = new LinkedHashMap<>(plan.parameters(index));
        Values values = plan.newValues();
        plan.read(index, values);
        String fault = plan.fault(values);
        if (values.isExcluded()) {
            shown.put("status", "excluded");
        } else if (fault != null) {
            shown.put("status", FailureKind.REJECTED.label());
            shown.put("error", fault);
        }
        return shown;
    }

    /** Runs some points on a thread of their own, and gives up when patience ends. */
    private static @Nullable Double measure(Plan plan, List<Long> indices) throws InterruptedException {
        Limits limits = new Limits(
                Duration.ZERO, Limits.DEFAULT.blockBytes(), Limits.DEFAULT.pointBytes(), Duration.ofMillis(100));
        double seconds = 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (WorkerPool pool = new WorkerPool(1, limits)) {
            for (long index : indices) {
                Optional<Block> block = pool.compute(plan, index, index + 1, StopSignal.at(deadline));
                if (block.isEmpty()) {
                    return null;
                }
                seconds += block.get().seconds();
            }
        }
        return indices.isEmpty() ? null : seconds / indices.size();
    }
}
