package parsweep.web.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parsweep.sweep.SweepResults;
import parsweep.sweep.audit.SpeedUp;
import parsweep.sweep.audit.SpeedUp.Shares;
import parsweep.sweep.audit.SpeedUp.WorkerShare;
import parsweep.sweep.state.SweepState;

/**
 * Where the time of a sweep went, as JSON. All times are in seconds.
 *
 * @param elapsedSeconds while it was RUNNING
 * @param pointSeconds time in the model, summed over the points: what one worker alone would take
 * @param speedUp pointSeconds / elapsedSeconds
 * @param efficiency speedUp / workers
 * @param startDelaySeconds from the submission to the first point
 * @param loadImbalance by how much the busiest worker was busier than the mean, as a fraction; 0 is even
 * @param time what workers x elapsedSeconds was spent on, in turns that have ended
 * @param perWorker turns that have ended
 * @param slowest the slowest points, retries included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SpeedUpResponse(
        long sweep,
        SweepState state,
        int workers,
        double elapsedSeconds,
        double pointSeconds,
        @Nullable Double speedUp,
        @Nullable Double efficiency,
        @Nullable Double startDelaySeconds,
        @Nullable Double loadImbalance,
        Shares time,
        List<Worker> perWorker,
        List<SlowPoint> slowest) {

    /**
     * One worker.
     *
     * @param worker process@host/thread
     * @param busySeconds its turns at the sweep
     * @param queueSeconds how long it had nothing to do before its turns
     * @param idleAtEndSeconds from its last turn to the end of the sweep
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Worker(
            String worker,
            long turns,
            long blocks,
            double busySeconds,
            double pointSeconds,
            double computeSeconds,
            double commitSeconds,
            double queueSeconds,
            @Nullable Double idleAtEndSeconds,
            Instant lastAt) {
        static Worker of(WorkerShare share) {
            var times = share.times();
            return new Worker(
                    times.worker(),
                    times.turns(),
                    times.blocks(),
                    times.seconds(),
                    times.pointSeconds(),
                    times.computeSeconds(),
                    times.commitSeconds(),
                    times.waitSeconds(),
                    share.idleAtEnd(),
                    times.lastAt());
        }
    }

    /** A point that took long. */
    record SlowPoint(long index, double seconds, Map<String, Object> parameters) {}

    static SpeedUpResponse of(SpeedUp speedUp, SweepResults results) {
        return new SpeedUpResponse(
                speedUp.sweep().id(),
                speedUp.sweep().state(),
                speedUp.workers(),
                speedUp.elapsed(),
                speedUp.points(),
                speedUp.speedUp(),
                speedUp.efficiency(),
                speedUp.startDelay(),
                speedUp.loadImbalance(),
                speedUp.shares(),
                speedUp.perWorker().stream().map(Worker::of).toList(),
                speedUp.slowest().stream()
                        .map(point -> new SlowPoint(point.index(), point.seconds(), results.parameters(point.index())))
                        .toList());
    }
}
