package parsweep.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parsweep.export.ResultFormat;
import parsweep.export.ResultFormats;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepState;

/**
 * A sweep as JSON.
 *
 * @param priority weight when sweeps compete
 * @param maxParallelism most points at a time; absent if there is no limit
 * @param fingerprint 128 bits over all outcomes so far; equal for two runs with the same results
 * @param message why it failed
 * @param waiting why nothing of it can run, though it is to run: there are no workers, or none has its model
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SweepResponse(
        long id,
        String name,
        String model,
        String modelVersion,
        SweepState state,
        double priority,
        @Nullable Integer maxParallelism,
        Progress progress,
        Timing timing,
        String fingerprint,
        long storedBytes,
        @Nullable String message,
        @Nullable String waiting,
        Map<String, String> links) {

    /**
     * How far it is.
     *
     * @param total number of points, replicates counted one by one
     * @param done points with outputs
     * @param failed points without
     * @param excluded points that a constraint of the space excludes
     * @param fraction of the points that have an outcome or are excluded, in [0, 1]
     * @param pointsPerSecond over the last seconds, excluded ones counted
     * @param etaSeconds until the end at that rate; absent when it cannot be told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Progress(
            long total,
            long done,
            long failed,
            long excluded,
            double fraction,
            double pointsPerSecond,
            @Nullable Double etaSeconds) {}

    /**
     * What it took.
     *
     * @param expiresAt when it is deleted by itself; absent if it is kept
     * @param elapsedSeconds while it was RUNNING; counts downtime, not pauses
     * @param pointSeconds time in the model, summed over the points: what one worker alone would take
     * @param speedUp pointSeconds / elapsedSeconds
     * @param efficiency speedUp / workers
     * @param workers points that can run at a time now, on all machines
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Timing(
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant expiresAt,
            double elapsedSeconds,
            double pointSeconds,
            @Nullable Double speedUp,
            @Nullable Double efficiency,
            int workers) {}

    static SweepResponse of(Sweep sweep, @Nullable String waiting, double pointsPerSecond, int workers, Instant now) {
        double elapsed = sweep.times().elapsed(now).toNanos() * 1e-9;
        double seconds = sweep.tally().seconds();
        Double speedUp = elapsed > 0 && seconds > 0 ? seconds / elapsed : null;
        long finished = sweep.tally().finished();
        Double eta = pointsPerSecond > 0 ? (sweep.size() - finished) / pointsPerSecond : null;
        return new SweepResponse(
                sweep.id(),
                sweep.name(),
                sweep.model(),
                sweep.modelVersion(),
                sweep.state(),
                sweep.priority(),
                sweep.maxParallelism() == Integer.MAX_VALUE ? null : sweep.maxParallelism(),
                new Progress(
                        sweep.size(),
                        sweep.tally().done(),
                        sweep.tally().failed(),
                        sweep.tally().excluded(),
                        (double) finished / sweep.size(),
                        pointsPerSecond,
                        eta),
                new Timing(
                        sweep.times().createdAt(),
                        sweep.times().startedAt(),
                        sweep.times().finishedAt(),
                        sweep.times().expiresAt(),
                        elapsed,
                        seconds,
                        speedUp,
                        speedUp == null || workers == 0 ? null : speedUp / workers,
                        workers),
                sweep.tally().fingerprint().toString(),
                sweep.tally().bytes(),
                sweep.message(),
                waiting,
                links(sweep));
    }

    private static Map<String, String> links(Sweep sweep) {
        String self = Api.SWEEPS + "/" + sweep.id();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self);
        links.put("definition", self + "/definition");
        links.put("failures", self + "/failures");
        for (ResultFormat format : ResultFormats.all()) {
            links.put(format.extension(), self + "/results." + format.extension());
        }
        if (!sweep.state().isTerminal()) {
            links.put("events", self + "/events");
        }
        return links;
    }
}
