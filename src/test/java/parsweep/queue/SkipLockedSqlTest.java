package parsweep.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** How shards are taken from PostgreSQL. */
class SkipLockedSqlTest {
    private static final int THREADS = 2;
    private static final int TASKS = 300;

    /** What PostgreSQL has to be kept from to choose the nested loop for certain, which it does by itself now and then. */
    private static final List<String> UNWANTED_PLANS = List.of(
            "hashjoin",
            "mergejoin",
            "hashagg",
            "sort",
            "material",
            "memoize",
            "indexscan",
            "indexonlyscan",
            "bitmapscan");

    private volatile CountDownLatch slow = new CountDownLatch(0);

    private final OneTimeTask<Void> task = Tasks.oneTime("shard").execute((instance, context) -> {
        try {
            slow.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    });

    /**
     * db-scheduler's own single statement takes more than its limit when PostgreSQL, after a VACUUM of the drained table,
     * plans it as a nested loop that locks other rows in every round: members hold what they cannot run for hours.
     */
    @Test
    void noMemberTakesMoreThanItCanRunAfterTheQueueWasDrainedAndVacuumed() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setServerConfig("fsync", "off");
        UNWANTED_PLANS.forEach(plan -> builder.setServerConfig("enable_" + plan, "off"));
        try (EmbeddedPostgres postgres = builder.start()) {
            DataSource dataSource = postgres.getPostgresDatabase();
            JdbcTemplate jdbc = new JdbcTemplate(dataSource);
            jdbc.execute(Files.readString(Path.of("src/main/resources/db/migration/postgresql/V2__queue.sql")));
            List<Scheduler> members =
                    List.of(member(dataSource, "a"), member(dataSource, "b"), member(dataSource, "c"));

            schedule(members.get(0));
            members.forEach(Scheduler::start);
            Awaitility.await("an empty queue")
                    .until(() -> jdbc.queryForList("select 1 from scheduled_tasks limit 1")
                            .isEmpty());
            jdbc.execute("vacuum analyze scheduled_tasks");
            slow = new CountDownLatch(1);
            schedule(members.get(0));

            Awaitility.await("all threads busy")
                    .until(() -> members.stream()
                            .allMatch(member -> member.getCurrentlyExecuting().size() >= THREADS));
            members.forEach(Scheduler::triggerCheckForDueExecutions);
            List<Long> held = jdbc.queryForList(
                    "select count(*) from scheduled_tasks where picked group by picked_by", Long.class);
            slow.countDown();
            members.forEach(Scheduler::stop);
            assertThat(held).hasSize(members.size()).containsOnly((long) THREADS);
        }
    }

    private Scheduler member(DataSource dataSource, String name) {
        return Scheduler.create(dataSource, task)
                .threads(THREADS)
                .schedulerName(new SchedulerName.Fixed(name))
                .jdbcCustomization(new SkipLockedSql())
                .pollUsingLockAndFetch(0.99, 1.0)
                .pollingInterval(Duration.ofMillis(20))
                .build();
    }

    private void schedule(Scheduler client) {
        client.scheduleBatch(IntStream.range(0, TASKS).mapToObj(i -> task.instance("t" + i)), Instant.EPOCH);
    }
}
