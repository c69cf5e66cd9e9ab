package parsweep.queue;

import org.springframework.jdbc.core.JdbcTemplate;

/** Looks into the queue's table. */
final class WaitingShards {
    private final JdbcTemplate jdbc;

    WaitingShards(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a shard of another sweep waits for a worker. */
    boolean othersThan(long sweepId) {
        return !jdbc.queryForList(
                        "select 1 from scheduled_tasks where task_name = ? and picked = false and task_instance not like ?"
                                + " limit 1",
                        Integer.class,
                        ShardTask.NAME,
                        sweepId + "/%")
                .isEmpty();
    }

    /** Number of shards that wait for a worker. */
    long count() {
        Long count = jdbc.queryForObject(
                "select count(*) from scheduled_tasks where task_name = ? and picked = false",
                Long.class,
                ShardTask.NAME);
        return count == null ? 0 : count;
    }

    /**
     * Puts every shard that a worker holds back into the queue. To be called only where no other process can use the
     * database, before workers start: whoever holds a shard then is dead.
     */
    int releaseAll() {
        return jdbc.update("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                + " version = version + 1 where picked = true");
    }
}
