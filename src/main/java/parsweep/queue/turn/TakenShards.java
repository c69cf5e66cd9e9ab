package parsweep.queue.turn;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.sql.Timestamp;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Gives shards back to the queue in the transaction that settles them. The scheduler would do that in a further one, a
 * commit more for every turn, and a moment in which a shard is settled and not in the queue.
 */
public final class TakenShards {
    /** As long as it is still ours: whoever took it from us has counted its version up. */
    private static final String OURS = " where task_name = ? and task_instance = ? and version = ?";

    private final JdbcTemplate jdbc;

    /**
     * @param jdbc takes part in Spring's transactions
     */
    public TakenShards(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Puts a shard at its new place in the queue, or takes it out if it has none. Does nothing if it is another worker's by
     * now.
     */
    void giveBack(Execution execution, OptionalDouble startTag) {
        if (startTag.isEmpty()) {
            jdbc.update(
                    "delete from scheduled_tasks" + OURS,
                    execution.getTaskName(),
                    execution.getId(),
                    execution.version);
        } else {
            jdbc.update(
                    "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                            + " execution_time = ?, version = version + 1" + OURS,
                    Timestamp.from(ShardTask.executionTime(startTag.getAsDouble())),
                    execution.getTaskName(),
                    execution.getId(),
                    execution.version);
        }
    }
}
