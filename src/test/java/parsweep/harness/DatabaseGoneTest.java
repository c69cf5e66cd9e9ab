package parsweep.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** PostgreSQL goes away, or forgets, while a sweep runs. */
class DatabaseGoneTest {
    /** Long enough that the leases of all shards run out. */
    private static final Duration GONE = Duration.ofSeconds(8);

    /** Some seconds of work in points of tenths of a second. */
    private static final String DEFINITION = """
            {"model": "wormlike-chain", "seed": 3, "fixed": {"chains": 300, "packingRatio": 30},
             "space": {"grid": {"persistenceLength": {"linspace": [20, 100, 40]}}}}""";

    private static final String TINY = "{\"model\": \"square\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 2]}}}}";

    private static Postgres postgres;
    private static ServiceProcess process;
    private static Service service;
    private static JsonNode fingerprint;

    @BeforeAll
    static void start() throws IOException {
        Path directory = Files.createTempDirectory(Path.of("target"), "gone-");
        postgres = Postgres.unsynced(directory);
        process = ServiceProcess.start(ServiceProcess.classPath(), directory, postgres.settings());
        service = process.service();
        fingerprint = service.run(DEFINITION).get("fingerprint");
    }

    @AfterAll
    static void stop() throws IOException {
        process.close();
        postgres.close();
    }

    @Test
    void theServiceWaitsAndLosesNoBlock() throws Exception {
        long id = service.start(DEFINITION);
        awaitProgress(id); // first shards are a point each; later, a worker computes nearly all the time
        long linesBefore = process.log().lines().count();

        postgres.crash();
        long goneSince = System.nanoTime();
        awaitReadiness(503);
        Duration cpuBefore = process.cpuTime();
        long idleSince = System.nanoTime();
        assertThat(service.get("/api/v1/sweeps/" + id).statusCode()).isEqualTo(503);
        Awaitility.await().until(() -> System.nanoTime() - goneSince > GONE.toNanos());
        double cpuSeconds = process.cpuTime().minus(cpuBefore).toNanos() * 1e-9;
        double idleSeconds = (System.nanoTime() - idleSince) * 1e-9;
        postgres.restart();

        awaitReadiness(200);
        JsonNode status = service.await(id);
        assertThat(status.get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(status.get("fingerprint")).isEqualTo(fingerprint);
        assertThat(cpuSeconds)
                .isLessThan(idleSeconds / 2); // of two workers that would take two times that if they spun
        String log = process.log();
        assertThat(log.lines().count() - linesBefore).as(log).isLessThan(100);
    }

    @Test
    void aShardThatTheQueueHasLostIsQueuedAgain() throws SQLException {
        long id = service.start(DEFINITION);
        awaitProgress(id);

        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("delete from scheduled_tasks")).isPositive();
        }

        JsonNode status = service.await(id);
        assertThat(status.get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(status.get("fingerprint")).isEqualTo(fingerprint);
    }

    /** Whoever is answered so tries again, which is safe with an {@code Idempotency-Key}; a 500 would be our fault. */
    @Test
    void aRequestWhoseConnectionIsEndedIsToldToComeBackLater() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        Thread striker = new Thread(() -> endConnectionsUntil(isOver));
        List<Integer> answers = new ArrayList<>();
        striker.start();
        try {
            for (int i = 0; i < 100; i++) {
                answers.add(
                        service.post("/api/v1/sweeps", "application/json", TINY).statusCode());
            }
        } finally {
            isOver.set(true);
            striker.join();
        }

        assertThat(answers).contains(202, 503).containsOnly(202, 503);
        awaitReadiness(200);
        assertThat(service.run(TINY).get("state").stringValue()).isEqualTo("COMPLETED");
    }

    private static void endConnectionsUntil(AtomicBoolean isOver) {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            while (!isOver.get()) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where state = 'idle in transaction'");
                statement.execute("select pg_sleep(0.02)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitProgress(long id) {
        Awaitility.await().until(() -> service.status(id).at("/progress/done").longValue(), done -> done >= 8);
    }

    private static void awaitReadiness(int statusCode) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> service.get("/actuator/health/readiness").statusCode(), code -> code == statusCode);
    }
}
