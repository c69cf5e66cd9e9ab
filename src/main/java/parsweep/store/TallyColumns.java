package parsweep.store;

import jakarta.persistence.Embeddable;
import parsweep.outcome.Fingerprint;
import parsweep.sweep.state.Tally;

/** A {@link Tally} as columns of a sweep or a shard. */
@Embeddable
class TallyColumns {
    private long finished;
    private long failed;
    private long excluded;
    private double seconds;
    private long bytes;
    private long hashHigh;
    private long hashLow;

    Tally toTally() {
        return new Tally(finished, failed, excluded, seconds, bytes, new Fingerprint(hashHigh, hashLow));
    }

    void add(Tally more) {
        finished += more.finished();
        failed += more.failed();
        excluded += more.excluded();
        seconds += more.seconds();
        bytes += more.bytes();
        hashHigh += more.fingerprint().high();
        hashLow += more.fingerprint().low();
    }
}
