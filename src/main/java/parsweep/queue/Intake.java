package parsweep.queue;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parsweep.exec.StopSignal;
import parsweep.queue.membership.Membership;
import parsweep.queue.turn.RunningShards;
import parsweep.sweep.limit.Room;

/**
 * The valve between the queue and the workers: shut while there is no room for results, or while this process is drained,
 * open again by itself. Shards that run when it shuts for want of room go on to the end of their turn, two seconds at most or a
 * point; those of a process that is drained go back as soon as their points are done.
 */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Room room;
    private final Engine engine;
    private final Membership membership;
    private final RunningShards running;
    private volatile Optional<String> shortage =
            Optional.empty(); // written by the thread that looks, read by the health

    private boolean drained; // of the thread that looks

    Intake(Room room, Engine engine, Membership membership, RunningShards running) {
        this.room = room;
        this.engine = engine;
        this.membership = membership;
        this.running = running;
    }

    /** Why no shards are taken; empty if they are. */
    Optional<String> shortage() {
        return shortage;
    }

    /** Looks at the room there is, and shuts or opens. */
    void look() {
        Optional<String> now = room.shortage();
        if (now.isPresent() && shortage.isEmpty()) {
            LOG.warn("workers take no more shards: {}", now.get());
        } else if (now.isEmpty() && shortage.isPresent()) {
            LOG.info("there is room again; workers take shards");
        }
        shortage = now;
        drain(membership.isDraining());
        engine.takeShards(now.isEmpty() && !drained); // every time, since the engine may have been started anew
    }

    private void drain(boolean now) {
        if (now && !drained) {
            LOG.info("this worker is being drained; it takes no more shards");
            running.stopAll(StopSignal.Kind.AFTER_POINT);
        } else if (!now && drained) {
            LOG.info("this worker takes shards again");
            running.allow();
        }
        drained = now;
    }
}
