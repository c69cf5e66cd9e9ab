package parsweep.queue;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parsweep.sweep.Room;

/**
 * The valve between the queue and the workers: shut while there is no room for results, open again by itself. Shards that
 * run when it shuts go on to the end of their turn, two seconds at most or a point.
 */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Room room;
    private final Engine engine;
    private volatile Optional<String> shortage =
            Optional.empty(); // written by the thread that looks, read by the health

    Intake(Room room, Engine engine) {
        this.room = room;
        this.engine = engine;
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
        engine.takeShards(now.isEmpty()); // every time, since the engine may have been started anew
    }
}
