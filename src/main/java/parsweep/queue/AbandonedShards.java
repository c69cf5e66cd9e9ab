package parsweep.queue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import parsweep.queue.membership.WorkerTable;
import parsweep.queue.turn.ShardTask;

/**
 * Shards that a worker has taken and nobody runs: their worker is gone, or the thread that had one failed by a fault of
 * ours, such as a database that was away. They go back to their place in the queue. Of one thread at a time.
 */
final class AbandonedShards {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedShards.class);

    private static final String RELEASE = "update scheduled_tasks set picked = false, picked_by = null,"
            + " last_heartbeat = null, version = version + 1 where picked = true";

    /** So long after a shard was taken its worker has written its name, or runs an older version that does not. */
    private static final String SETTLED = "last_heartbeat < current_timestamp - interval '5' second";

    /** Between being taken and being run, and after its end, a shard is on its way for some milliseconds. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(4);

    private final JdbcTemplate jdbc;
    private final Map<Held, Long> idle = new HashMap<>(); // since when, by System.nanoTime()

    AbandonedShards(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Held(String shard, long version) {}

    /**
     * Releases the shards of workers that are gone.
     *
     * @return how many
     */
    int releaseOfTheLost() {
        int released = jdbc.update(RELEASE + " and picked_by in (select name from worker where not " + WorkerTable.ALIVE
                + ") or picked = true and " + SETTLED + " and picked_by not in (select name from worker)");
        if (released > 0) {
            LOG.info("{} shards of workers that are gone go on elsewhere", released);
        }
        return released;
    }

    /**
     * Releases shards that this process holds and has done nothing with for some seconds.
     *
     * @param inHand the names of those that it runs or settles
     */
    void releaseOwn(String process, Set<String> inHand) {
        long now = System.nanoTime();
        List<Held> held = jdbc.query(
                "select task_instance, version from scheduled_tasks where picked = true and picked_by = ?",
                (row, number) -> new Held(row.getString(1), row.getLong(2)),
                process);
        held.removeIf(shard -> inHand.contains(shard.shard()));
        idle.keySet().retainAll(held);
        for (Held shard : held) {
            long since = idle.computeIfAbsent(shard, key -> now);
            if (now - since >= ON_ITS_WAY.toNanos()
                    && jdbc.update(
                                    RELEASE + " and task_name = ? and task_instance = ? and version = ?",
                                    ShardTask.NAME,
                                    shard.shard(),
                                    shard.version())
                            == 1) {
                LOG.info("shard {} failed here and goes on", shard.shard());
            }
        }
    }

    /**
     * Puts every shard that a worker holds back into the queue. To be called only where no other process can use the
     * database, before workers start: whoever holds a shard then is dead.
     */
    int releaseAll() {
        return jdbc.update(RELEASE);
    }
}
