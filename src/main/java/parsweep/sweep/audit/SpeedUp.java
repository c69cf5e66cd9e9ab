package parsweep.sweep.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.WorkerTimes;

/**
 * Where the time of a sweep went. All times are in seconds.
 *
 * @param workers that there are now
 * @param elapsed while it was running
 * @param points time in the model, summed over the points: what one worker alone would take
 * @param speedUp {@code points / elapsed}; null if nothing has run
 * @param efficiency {@code speedUp / workers}; null if nothing has run
 * @param startDelay from the submission to the first point; null if none has started
 * @param shares what the workers did meanwhile
 * @param loadImbalance by how much the worker with most to do had more to do than the mean, as a fraction: 0 is even (see
 *     Pearce, Gamblin, de Supinski, Schulz and Amato (2012), doi:10.1145/2304576.2304601); null if no turn has ended
 * @param perWorker the turns that have ended, by worker
 * @param slowest points, the slowest first
 */
public record SpeedUp(
        Sweep sweep,
        int workers,
        double elapsed,
        double points,
        @Nullable Double speedUp,
        @Nullable Double efficiency,
        @Nullable Double startDelay,
        Shares shares,
        @Nullable Double loadImbalance,
        List<WorkerShare> perWorker,
        List<SlowPoint> slowest) {

    /**
     * What {@code workers x elapsed} was spent on. The parts add up to it, but for turns that have not ended.
     *
     * @param capacity {@code workers x elapsed}
     * @param points time in the model, of the turns that have ended
     * @param betweenPoints parameters, random streams, hashes, encoding of blocks, hand-off between threads
     * @param commit transactions that store blocks
     * @param bookKeeping of shards: taking them, settling them
     * @param queue how long workers had nothing to do between turns: the way of shards through the queue, or too few shards
     * @param idleOrElsewhere the rest: workers that had no further turn, or turns at other sweeps
     */
    public record Shares(
            double capacity,
            double points,
            double betweenPoints,
            double commit,
            double bookKeeping,
            double queue,
            double idleOrElsewhere) {
        static Shares of(double capacity, List<WorkerTimes> times) {
            double points = sum(times, WorkerTimes::pointSeconds);
            double compute = sum(times, WorkerTimes::computeSeconds);
            double commit = sum(times, WorkerTimes::commitSeconds);
            double busy = sum(times, WorkerTimes::seconds);
            double queue = sum(times, WorkerTimes::waitSeconds);
            return new Shares(
                    capacity,
                    points,
                    Math.max(0, compute - points),
                    commit,
                    Math.max(0, busy - compute - commit),
                    queue,
                    Math.max(0, capacity - busy - queue));
        }

        private static double sum(List<WorkerTimes> times, ToDoubleFunction<WorkerTimes> part) {
            return times.stream().mapToDouble(part).sum();
        }
    }

    /**
     * One worker.
     *
     * @param idleAtEnd from the end of its last turn to the end of the sweep; null while the sweep runs
     */
    public record WorkerShare(WorkerTimes times, @Nullable Double idleAtEnd) {
        static WorkerShare of(WorkerTimes times, @Nullable Instant finishedAt) {
            Double idle = finishedAt == null
                    ? null
                    : Math.max(0, Duration.between(times.lastAt(), finishedAt).toNanos() * 1e-9);
            return new WorkerShare(times, idle);
        }
    }

    /** A point and its time in the model, retries included. */
    public record SlowPoint(long index, double seconds) {}

    static SpeedUp of(Sweep sweep, int workers, Instant now, List<WorkerTimes> times, List<SlowPoint> slowest) {
        double elapsed = sweep.times().elapsed(now).toNanos() * 1e-9;
        double points = sweep.tally().seconds();
        Double speedUp = elapsed > 0 && points > 0 ? points / elapsed : null;
        Instant startedAt = sweep.times().startedAt();
        return new SpeedUp(
                sweep,
                workers,
                elapsed,
                points,
                speedUp,
                speedUp == null ? null : speedUp / workers,
                startedAt == null
                        ? null
                        : Duration.between(sweep.times().createdAt(), startedAt).toNanos() * 1e-9,
                Shares.of(workers * elapsed, times),
                imbalance(times),
                times.stream()
                        .map(one -> WorkerShare.of(one, sweep.times().finishedAt()))
                        .toList(),
                slowest);
    }

    private static @Nullable Double imbalance(List<WorkerTimes> times) {
        double mean = times.stream().mapToDouble(WorkerTimes::seconds).average().orElse(0);
        double max = times.stream().mapToDouble(WorkerTimes::seconds).max().orElse(0);
        return mean > 0 ? max / mean - 1 : null;
    }
}
