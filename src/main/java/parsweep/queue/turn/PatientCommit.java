package parsweep.queue.turn;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import parsweep.exec.StopSignal;

/**
 * Keeps a block that the database cannot take at the moment and tries again: what took minutes to compute is worth a
 * wait. After a minute it gives up, so that a database that stays away does not hold blocks in memory for ever.
 */
public final class PatientCommit {
    private static final Logger LOG = LoggerFactory.getLogger(PatientCommit.class);

    /** Doubled with every attempt: a lost deadlock is over at once, a restart takes seconds. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** How often a waiting worker looks at its stop signal. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Duration patience;

    /**
     * @param patience how long to try again; attempts themselves may take longer
     */
    public PatientCommit(Duration patience) {
        this.patience = patience;
    }

    /**
     * Stores a block.
     *
     * @param commit returns whether the block was stored; called again if the database fails
     * @param isStored asks, after a failure, whether the attempt that failed has stored the block nevertheless: the
     *     confirmation of a commit can get lost
     * @param signal when it is raised, there is no further attempt
     * @return whether the block is stored
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    boolean commit(BooleanSupplier commit, BooleanSupplier isStored, StopSignal signal) throws InterruptedException {
        long started = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        boolean failedBefore = false;
        while (true) {
            try {
                boolean stored = commit.getAsBoolean() || (failedBefore && isStored.getAsBoolean());
                if (failedBefore) {
                    LOG.info("the database took a block after {} s", Math.round(secondsSince(started)));
                }
                return stored;
            } catch (TransactionException | DataAccessException e) {
                if (e instanceof DataIntegrityViolationException
                        || signal.isRaised()
                        || secondsSince(started) * 1e9 > patience.toNanos()) {
                    LOG.warn("a block was not stored and is to be computed again: {}", reason(e));
                    throw e;
                }
                if (!failedBefore) {
                    LOG.warn(
                            "the database does not take a block; trying again for {} s: {}",
                            patience.toSeconds(),
                            reason(e));
                }
                failedBefore = true;
            }
            sleep(pause, signal);
            pause = pause.multipliedBy(2);
            if (pause.compareTo(LONGEST_PAUSE) > 0) {
                pause = LONGEST_PAUSE;
            }
        }
    }

    private static void sleep(Duration pause, StopSignal signal) throws InterruptedException {
        for (long left = pause.toMillis(); left > 0 && !signal.isRaised(); left -= LOOK.toMillis()) {
            Thread.sleep(Math.min(left, LOOK.toMillis()));
        }
    }

    /** What was wrong in the first place. */
    public static String reason(RuntimeException e) {
        return NestedExceptionUtils.getMostSpecificCause(e).toString();
    }

    private static double secondsSince(long started) {
        return (System.nanoTime() - started) * 1e-9;
    }
}
