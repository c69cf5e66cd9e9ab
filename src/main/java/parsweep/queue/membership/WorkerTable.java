package parsweep.queue.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import parsweep.sweep.worker.WorkerStatus;
import parsweep.sweep.worker.WorkerStatus.ModelVersion;
import parsweep.sweep.worker.WorkerStatus.State;

/** The tables of workers and their models, in words that PostgreSQL and H2 both understand. */
public final class WorkerTable {
    /** A worker that has written nothing for so long is lost: four missed beats. */
    static final String LEASE = "interval '4' second";

    /** The condition of a worker that is alive. */
    public static final String ALIVE = "heartbeat_at > current_timestamp - " + LEASE;

    private static final String AGE = "extract(epoch from (current_timestamp - heartbeat_at))";

    /** How long a lost worker is still shown. */
    private static final String SHOWN = "interval '10' minute";

    private final JdbcTemplate jdbc;
    private final boolean isShared;
    private final String alive;
    private final String age;

    /**
     * @param isShared whether other processes use the database too; who is alone need not tell anybody that it is alive,
     *     and an idle laptop's disk is left in peace
     */
    public WorkerTable(JdbcTemplate jdbc, boolean isShared) {
        this.jdbc = jdbc;
        this.isShared = isShared;
        this.alive = isShared ? ALIVE : "1 = 1";
        this.age = isShared ? AGE : "0";
        if (!isShared) {
            jdbc.update("delete from worker_model");
            jdbc.update("delete from worker");
        }
    }

    /** What does not change while a process lives. */
    record Identity(String name, String host, String version, int slots) {}

    /**
     * What all workers together can do.
     *
     * @param workers that are alive and not drained
     * @param slots of these
     * @param busy slots of all that are alive
     */
    record Sum(int workers, int slots, int busy) {
        static final Sum NONE = new Sum(0, 0, 0);
    }

    void insert(Identity worker, boolean draining) {
        jdbc.update(
                "insert into worker (name, host, version, slots, draining, started_at, heartbeat_at)"
                        + " values (?, ?, ?, ?, ?, current_timestamp, current_timestamp)",
                worker.name(),
                worker.host(),
                worker.version(),
                worker.slots(),
                draining);
    }

    /**
     * Writes a row's heartbeat; if nobody else can see it, only if there is news.
     *
     * @return false if there is no such row
     */
    boolean beat(String name, int busy, double pointsPerSecond) {
        boolean isNews = isShared
                || jdbc.queryForList(
                                "select 1 from worker where name = ? and busy = ? and points_per_second = ?",
                                Integer.class,
                                name,
                                busy,
                                pointsPerSecond)
                        .isEmpty();
        return !isNews
                || jdbc.update(
                                "update worker set busy = ?, points_per_second = ?, heartbeat_at = current_timestamp where name = ?",
                                busy,
                                pointsPerSecond,
                                name)
                        == 1;
    }

    /** Whether a worker is to take no more shards; empty if there is no such worker. */
    Optional<Boolean> isDraining(String name) {
        return jdbc.queryForList("select draining from worker where name = ?", Boolean.class, name).stream()
                .findFirst();
    }

    /**
     * Says whether a worker is to take shards.
     *
     * @return false if there is no such worker
     */
    boolean setDraining(String name, boolean draining) {
        return jdbc.update("update worker set draining = ? where name = ?", draining, name) == 1;
    }

    void delete(String name) {
        jdbc.update("delete from worker_model where worker = ?", name);
        jdbc.update("delete from worker where name = ?", name);
    }

    void setModels(String name, List<ModelVersion> models) {
        jdbc.update("delete from worker_model where worker = ?", name);
        jdbc.batchUpdate(
                "insert into worker_model (worker, model, version) values (?, ?, ?)", models, 100, (row, model) -> {
                    row.setString(1, name);
                    row.setString(2, model.name());
                    row.setString(3, model.version());
                });
    }

    /** Forgets workers that were lost long ago. */
    void forget() {
        String old = "heartbeat_at < current_timestamp - " + SHOWN;
        jdbc.update("delete from worker where " + old);
        jdbc.update("delete from worker_model where worker not in (select name from worker)");
    }

    Sum sum() {
        Sum sum = jdbc.queryForObject(
                "select count(case when not draining then 1 end), coalesce(sum(case when draining then 0 else slots end), 0),"
                        + " coalesce(sum(busy), 0) from worker where " + alive,
                (row, number) -> new Sum(row.getInt(1), row.getInt(2), row.getInt(3)));
        return sum == null ? Sum.NONE : sum;
    }

    /** What those who take shards have. */
    List<ModelVersion> models() {
        return jdbc.query(
                "select distinct model, version from worker_model where worker in (select name from worker where not draining"
                        + " and " + alive + ")",
                (row, number) -> new ModelVersion(row.getString(1), row.getString(2)));
    }

    List<WorkerStatus> all() {
        Map<String, List<String>> shards = lists(
                "select picked_by, task_instance from scheduled_tasks where picked = true" + " order by execution_time",
                row -> row.getString(2));
        Map<String, List<ModelVersion>> models = lists(
                "select worker, model, version from worker_model order by worker, model, version",
                row -> new ModelVersion(row.getString(2), row.getString(3)));
        RowMapper<WorkerStatus> toStatus = (row, number) -> {
            String name = row.getString("name");
            List<String> held = shards.getOrDefault(name, List.of());
            State state = row.getBoolean("alive")
                    ? row.getBoolean("draining") ? held.isEmpty() ? State.DRAINED : State.DRAINING : State.ACTIVE
                    : State.LOST;
            return new WorkerStatus(
                    name,
                    row.getString("host"),
                    row.getString("version"),
                    state,
                    row.getInt("slots"),
                    row.getInt("busy"),
                    held,
                    row.getDouble("points_per_second"),
                    row.getObject("started_at", OffsetDateTime.class).toInstant(),
                    Duration.ofMillis(Math.max(0, Math.round(row.getDouble("age") * 1000))),
                    models.getOrDefault(name, List.of()));
        };
        return jdbc.query(
                "select name, host, version, slots, busy, points_per_second, draining, started_at, " + alive
                        + " as alive, " + age + " as age from worker order by name",
                toStatus);
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Map<String, List<T>> lists(String query, Reader<T> reader) {
        Map<String, List<T>> lists = new HashMap<>();
        jdbc.query(query, row -> {
            lists.computeIfAbsent(row.getString(1), key -> new ArrayList<>()).add(reader.read(row));
        });
        return lists;
    }
}
