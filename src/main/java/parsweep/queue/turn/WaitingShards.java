package parsweep.queue.turn;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks into the queue's table. */
public final class WaitingShards {
    private final JdbcTemplate jdbc;

    public WaitingShards(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a shard of another sweep waits for a worker. */
    public boolean othersThan(long sweepId) {
        return !jdbc.queryForList(
                        "select 1 from scheduled_tasks where task_name = ? and picked = false and task_instance not like ?"
                                + " limit 1",
                        Integer.class,
                        ShardTask.NAME,
                        sweepId + "/%")
                .isEmpty();
    }

    /** Number of shards that wait for a worker. */
    public long count() {
        Long count = jdbc.queryForObject(
                "select count(*) from scheduled_tasks where task_name = ? and picked = false",
                Long.class,
                ShardTask.NAME);
        return count == null ? 0 : count;
    }

    /**
     * Shards of sweeps that are to run which the queue does not know; some, if there are many. A sweep that is resumed in
     * the very moment in which a worker puts its shard aside may lose it, or a hand in the database; without it the sweep
     * would never end.
     */
    public List<LostShard> lost() {
        return jdbc.query(
                "select s.sweep_id, s.first_index, s.start_tag from shard s join sweep w on w.id = s.sweep_id"
                        + " left join scheduled_tasks t"
                        + " on t.task_name = ? and t.task_instance = s.sweep_id || '/' || s.first_index"
                        + " where w.state in ('QUEUED', 'RUNNING') and s.parked = false and t.task_instance is null"
                        + " limit 1000",
                (row, number) -> new LostShard(
                        new ShardId(row.getLong("sweep_id"), row.getLong("first_index")), row.getDouble("start_tag")),
                ShardTask.NAME);
    }

    /**
     * Sweeps that have fewer shards in the queue than they may have; some, if there are many.
     *
     * @param window number of shards that a sweep may have
     */
    public List<Long> withRoom(int window) {
        return jdbc.queryForList(
                "select w.id from shard s join sweep w on w.id = s.sweep_id"
                        + " where w.state in ('QUEUED', 'RUNNING') group by w.id, w.next_index, w.size, w.max_parallelism"
                        + " having count(case when not s.parked then 1 end) < least(w.max_parallelism, ?)"
                        + " and (w.next_index < w.size or count(case when s.parked then 1 end) > 0) limit 100",
                Long.class,
                window);
    }

    /**
     * A shard without a task.
     *
     * @param startTag its place in the fair order
     */
    public record LostShard(ShardId id, double startTag) {}
}
