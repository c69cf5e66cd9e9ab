package parsweep.web.question;

import java.time.Duration;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import parsweep.sweep.SweepResults;
import parsweep.sweep.Sweeps;
import parsweep.sweep.state.SweepException;
import parsweep.web.Capacity;
import parsweep.web.WebLimits;

/** Puts questions to sweeps, a few at a time: each takes a processor and up to some 30 MB. */
@Component
public class Analyses {
    /** A page of plots asks a handful of questions at once, most of which take less than a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Sweeps sweeps;
    private final Capacity places;

    Analyses(Sweeps sweeps, WebLimits limits) {
        this.sweeps = sweeps;
        this.places = new Capacity("analyses", "parsweep.limits.analyses", limits.analyses());
    }

    /**
     * The answer to a question about a sweep, as soon as there is a place.
     *
     * @throws SweepException if there is no such sweep
     * @throws Capacity.Exhausted if all places stay taken
     */
    public <T> T of(long id, Function<SweepResults, T> question) throws InterruptedException {
        SweepResults results = sweeps.results(id);
        try (Capacity.Lease lease = places.acquire(PATIENCE)) {
            return question.apply(results);
        }
    }
}
