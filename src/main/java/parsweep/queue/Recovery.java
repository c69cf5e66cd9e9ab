package parsweep.queue;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import parsweep.queue.membership.Membership;

/**
 * Beats for this process, and takes the shards of processes that do not. One round a second, of one thread at a time.
 *
 * <p>Nobody is declared dead by who has itself been away: after a restart of the database, or when this process stood
 * still, all other rows are as old as that, and their processes get the time to write them anew.
 */
final class Recovery {
    /** A pause between two rounds that took longer than this was not a pause but an absence. */
    private static final Duration ABSENCE = Duration.ofMillis(2500);

    /** How long nobody is declared dead after an absence: a lease and some more. */
    private static final Duration AMNESTY = Duration.ofSeconds(6);

    /** So many processes look for the dead in a round, whatever their number. */
    private static final int LOOKERS = 4;

    private static final int ROUNDS_PER_LOOK_AT_OWN = 2;

    private final Membership membership;
    private final AbandonedShards abandoned;
    private final Engine engine;
    private final DbSchedulerShardQueue queue;
    private long lastRound;
    private long amnestyUntil;
    private int round;

    Recovery(Membership membership, AbandonedShards abandoned, Engine engine, DbSchedulerShardQueue queue) {
        this.membership = membership;
        this.abandoned = abandoned;
        this.engine = engine;
        this.queue = queue;
        this.lastRound = System.nanoTime() - ABSENCE.toNanos() - 1; // who starts has been away
        this.amnestyUntil = lastRound;
    }

    /** One round; what fails is tried again in the next. */
    void round() {
        membership.beat(); // throws if the database is away, so that the next round is late
        long now = System.nanoTime();
        if (now - lastRound > ABSENCE.toNanos()) {
            amnestyUntil = now + AMNESTY.toNanos();
        }
        lastRound = now;
        if (queue.isShared()
                && now - amnestyUntil >= 0
                && ThreadLocalRandom.current().nextInt(Math.max(1, membership.workers())) < LOOKERS
                && abandoned.releaseOfTheLost() > 0) {
            queue.wake();
        }
        if (++round % ROUNDS_PER_LOOK_AT_OWN == 0) {
            abandoned.releaseOwn(membership.name(), engine.shardsInHand());
        }
    }
}
