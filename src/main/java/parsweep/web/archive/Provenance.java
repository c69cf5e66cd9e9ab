package parsweep.web.archive;

import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import parsweep.sweep.SweepResults;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepState;

/** Says where a sweep comes from. */
@Component
class Provenance {
    private final Clock clock;
    private final String version;

    Provenance(Clock clock, ObjectProvider<BuildProperties> build) {
        this.clock = clock;
        this.version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("unknown");
    }

    /**
     * What is in {@code sweep.json}.
     *
     * @param seed of the sweep; the seed of every point is in the results
     * @param points number of indices: points times replicates
     * @param finished how many of them have an outcome
     * @param fingerprint over all outcomes
     * @param pointSeconds time in the model, summed over the points
     */
    record Account(
            long id,
            String name,
            SweepState state,
            String model,
            String modelVersion,
            long seed,
            long points,
            long finished,
            long failed,
            String fingerprint,
            double pointSeconds,
            Sweep.Times times,
            Instant exportedAt,
            Software software) {}

    /** What wrote the archive, which need not be what computed the points. */
    record Software(String parsweep, String java, String javaVendor, String os, String architecture) {}

    Account of(SweepResults results) {
        Sweep sweep = results.sweep();
        return new Account(
                sweep.id(),
                sweep.name(),
                sweep.state(),
                sweep.model(),
                sweep.modelVersion(),
                results.sweepSeed(),
                sweep.size(),
                sweep.tally().finished(),
                sweep.tally().failed(),
                sweep.tally().fingerprint().toString(),
                sweep.tally().seconds(),
                sweep.times(),
                clock.instant(),
                new Software(
                        version,
                        System.getProperty("java.version"),
                        System.getProperty("java.vendor"),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        System.getProperty("os.arch")));
    }
}
