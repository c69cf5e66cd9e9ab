package parsweep.web;

import java.time.Clock;
import org.springframework.stereotype.Component;
import parsweep.sweep.Sweep;
import parsweep.sweep.Sweeps;

/** Makes the JSON of a sweep, with what only the running service knows. */
@Component
class SweepResponses {
    private final Sweeps sweeps;
    private final Clock clock;

    SweepResponses(Sweeps sweeps, Clock clock) {
        this.sweeps = sweeps;
        this.clock = clock;
    }

    SweepResponse of(Sweep sweep) {
        return SweepResponse.of(sweep, sweeps.recentRate(sweep), sweeps.workers(), clock.instant());
    }
}
