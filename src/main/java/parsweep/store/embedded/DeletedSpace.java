package parsweep.store.embedded;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes the file of H2 shrink after sweeps were deleted. H2 keeps what is deleted for its RETENTION_TIME, 45 seconds, so
 * that a power cut finds what the disk has not written anew; then it frees that space, but only as part of the next write,
 * which in an idle service may never come. So when that time is up, this writes a little. Without it a service
 * that stopped because its disk is full would wait for ever.
 *
 * <p>Not by H2's {@code MVStore.compactFile}, though it does more: beside other threads it closes the database by a fault.
 */
final class DeletedSpace {
    /** H2 forgets large objects some versions after they were deleted, so once is not enough. */
    private static final int ROUNDS = 5;

    /** What is deleted in one version is forgotten some five versions later. */
    private static final int WRITES = 10;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private volatile @Nullable Instant deletedAt; // written by who deletes
    private @Nullable Instant
            reclaimed; // the deletion that the rounds are for; of the thread that reclaims, like these
    private int rounds;

    DeletedSpace(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Something is being deleted. */
    void note() {
        deletedAt = clock.instant();
    }

    /** One round, if the last deletion was longer ago than H2 keeps it, and has not had enough of them. */
    void reclaim() {
        Instant last = deletedAt;
        if (last == null || (last.equals(reclaimed) && rounds == ROUNDS)) {
            return;
        }
        if (clock.instant().isBefore(last.plus(retention()))) {
            return;
        }
        rounds = last.equals(reclaimed) ? rounds + 1 : 1;
        reclaimed = last;
        for (int i = 0; i < WRITES; i++) {
            jdbc.queryForObject("select next value for housekeeping", Long.class);
            jdbc.execute("checkpoint");
        }
    }

    /** A third longer than H2 says, since the last commit of the deletion comes after its note. */
    private Duration retention() {
        Long millis = jdbc.queryForObject(
                "select setting_value from information_schema.settings where setting_name = 'RETENTION_TIME'",
                Long.class);
        return Duration.ofMillis(millis == null ? 60_000 : millis * 4 / 3);
    }
}
