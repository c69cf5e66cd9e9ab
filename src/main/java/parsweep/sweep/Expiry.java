package parsweep.sweep;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import parsweep.sweep.state.Database;
import parsweep.sweep.state.LockedSweep;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepStore;

/** Deletes sweeps whose retention is over, and returns their space. Several processes may do so at a time. */
public final class Expiry {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    /** Sweeps that are looked up at a time. */
    private static final int PAGE = 100;

    private final SweepStore sweeps;
    private final Database database;
    private final TransactionOperations transaction;
    private final Clock clock;

    Expiry(SweepStore sweeps, Database database, TransactionOperations transaction, Clock clock) {
        this.sweeps = sweeps;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Deletes what has expired by now, in small transactions, and returns the space of what was deleted before. */
    public void run() {
        deleteExpired();
        database.reclaim();
    }

    private void deleteExpired() {
        Instant now = clock.instant();
        for (long id : sweeps.expired(now, PAGE)) {
            Sweep sweep = sweeps.find(id).orElse(null);
            if (sweep == null) {
                continue; // another process was faster
            }
            while (!deleteSome(id, now)) {
                LOG.debug("sweep {} is being deleted", id);
            }
            if (sweeps.find(id).isEmpty()) {
                LOG.info(
                        "sweep {} '{}' expired at {} and was deleted with {} bytes of results",
                        id,
                        sweep.name(),
                        sweep.times().expiresAt(),
                        sweep.tally().bytes());
            }
        }
    }

    /**
     * One transaction.
     *
     * @return whether there is no more to do: also if somebody has opened the sweep again since it was looked up
     */
    private boolean deleteSome(long id, Instant now) {
        Boolean done = transaction.execute(status -> sweeps.lock(id)
                .map(LockedSweep::expiresAt)
                .filter(expiresAt -> !expiresAt.isAfter(now))
                .map(expiresAt -> sweeps.delete(id, Sweeps.BLOCKS_PER_DELETE))
                .orElse(true));
        return Boolean.TRUE.equals(done);
    }
}
