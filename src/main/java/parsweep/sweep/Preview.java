package parsweep.sweep;

import java.time.Duration;
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

/**
 * What a definition would do, without storing anything.
 *
 * @param size number of indices: points times replicates
 * @param first the first points, at most {@link #SHOWN}
 * @param last the last points, at most {@link #SHOWN}
 * @param secondsPerPoint measured on the first, the middle and the last point; null if these took too long
 * @param seconds expected for the whole sweep when no other one runs; null if that is not known
 */
public record Preview(
        String model,
        long size,
        List<Map<String, Object>> first,
        List<Map<String, Object>> last,
        @Nullable Double secondsPerPoint,
        @Nullable Double seconds) {
    /** Number of points shown from either end. */
    public static final int SHOWN = 10;

    /** A person waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    static Preview of(Plan plan, int workers) throws InterruptedException {
        long size = plan.size();
        long shown = Math.min(SHOWN, size);
        Double perPoint = measure(plan);
        return new Preview(
                plan.model().description().name(),
                size,
                points(plan, 0, shown),
                points(plan, size - shown, size),
                perPoint,
                perPoint == null || workers == 0 ? null : perPoint * size / Math.min(workers, size));
    }

    private static List<Map<String, Object>> points(Plan plan, long from, long to) {
        return LongStream.range(from, to).mapToObj(plan::parameters).toList();
    }

    /** Runs three points on a thread of their own, and gives up when patience ends. */
    private static @Nullable Double measure(Plan plan) throws InterruptedException {
        Limits limits = new Limits(
                Duration.ZERO, Limits.DEFAULT.blockBytes(), Limits.DEFAULT.pointBytes(), Duration.ofMillis(100));
        double seconds = 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (WorkerPool pool = new WorkerPool(1, limits)) {
            for (long index : new long[] {0, plan.size() / 2, plan.size() - 1}) {
                Optional<Block> block = pool.compute(plan, index, index + 1, StopSignal.at(deadline));
                if (block.isEmpty()) {
                    return null;
                }
                seconds += block.get().seconds();
            }
        }
        return seconds / 3;
    }
}
