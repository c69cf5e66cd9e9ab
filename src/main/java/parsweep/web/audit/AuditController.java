package parsweep.web.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parsweep.sweep.Sweeps;
import parsweep.sweep.audit.Calibration;
import parsweep.sweep.audit.Calibrator;
import parsweep.sweep.audit.SpeedUps;
import parsweep.sweep.audit.Verification;
import parsweep.sweep.audit.Verifier;
import parsweep.web.Api;
import parsweep.web.BadRequest;
import parsweep.web.Capacity;
import parsweep.web.WebLimits;

@RestController
@RequestMapping(Api.SWEEPS + "/{id}")
@Tag(
        name = "Audit",
        description = "How a sweep was computed: was it fast, would more workers help, does it come to the same again")
class AuditController {
    private static final int MAX_SLOWEST = 1000;
    private static final int MAX_POINTS = 10_000;

    private final Sweeps sweeps;
    private final SpeedUps speedUps;
    private final Verifier verifier;
    private final Calibrator calibrator;
    private final Capacity audits;

    AuditController(Sweeps sweeps, SpeedUps speedUps, Verifier verifier, Calibrator calibrator, WebLimits limits) {
        this.sweeps = sweeps;
        this.speedUps = speedUps;
        this.verifier = verifier;
        this.calibrator = calibrator;
        this.audits = new Capacity("audits", "parsweep.limits.audits", limits.audits());
    }

    @GetMapping("/speedup")
    @Operation(
            summary = "Where the time went: speed-up, efficiency, busy and idle workers, slowest points",
            description = "time adds up to workers x elapsedSeconds, but for turns that have not ended: points (in the"
                    + " model), betweenPoints, commit, bookKeeping, queue (workers with nothing to do between turns),"
                    + " and idleOrElsewhere, which is idle if no other sweep was running.")
    SpeedUpResponse speedUp(
            @PathVariable long id,
            @RequestParam(defaultValue = "10")
                    @Parameter(description = "how many of the slowest points to name, 0 to 1000")
                    int slowest) {
        if (slowest < 0 || slowest > MAX_SLOWEST) {
            throw BadRequest.parameter("slowest", slowest, "0 to " + MAX_SLOWEST);
        }
        return SpeedUpResponse.of(speedUps.of(id, slowest), sweeps.results(id));
    }

    @PostMapping("/verify")
    @Operation(
            summary = "Compute random points again and compare them bit for bit",
            description = "On the workers of this process, in turns with sweeps. The answer comes when all have been"
                    + " compared, or the time is up (complete is false then). Points that are not computed yet, or were"
                    + " stopped by the machine (timeout, killed), are skipped.")
    Verification verify(
            @PathVariable long id,
            @RequestParam(defaultValue = "100") @Parameter(description = "how many, 1 to 10000") int points,
            @RequestParam(defaultValue = "0") @Parameter(description = "of the choice of points") long seed,
            @RequestParam(defaultValue = "10") @Parameter(description = "at most, up to 50") double seconds)
            throws InterruptedException {
        if (points < 1 || points > MAX_POINTS) {
            throw BadRequest.parameter("points", points, "1 to " + MAX_POINTS);
        }
        Duration patience = Patience.of("seconds", seconds, 0.1);
        try (Capacity.Lease lease = audits.acquire()) {
            return verifier.verify(id, points, seed, patience);
        }
    }

    @PostMapping("/calibrate")
    @Operation(
            summary = "Measure the scaling curve: a sample of the points at 1, 2, ... workers",
            description = "Points are chosen at random, in short runs, as many as there is time for. It needs all"
                    + " workers of this process: 429 while they compute. A sweep that is submitted meanwhile is not held"
                    + " up; the answer then says disturbed.")
    Calibration calibrate(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") @Parameter(description = "of the choice of points") long seed,
            @RequestParam(defaultValue = "1024")
                    @Parameter(description = "the last number of workers to try; as many as there are if that is less")
                    int workers,
            @RequestParam(defaultValue = "10") @Parameter(description = "for all steps together, up to 50")
                    double seconds)
            throws InterruptedException {
        if (workers < 1) {
            throw BadRequest.parameter("workers", workers, "at least 1");
        }
        Duration patience = Patience.of("seconds", seconds, 0.1);
        try (Capacity.Lease lease = audits.acquire()) {
            return calibrator.calibrate(id, seed, workers, patience);
        }
    }
}
