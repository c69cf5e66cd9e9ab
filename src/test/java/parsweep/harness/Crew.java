package parsweep.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A PostgreSQL, servers and workers, each in a process of its own. Not thread-safe. */
final class Crew implements AutoCloseable {
    private static final String SLEEP = "--parsweep.harness.sleep=";

    private final List<String> program;
    private final Path directory;
    private final Postgres postgres;
    private final List<ServiceProcess> processes = new ArrayList<>();

    /**
     * @param program {@link ServiceProcess#jar} or {@link ServiceProcess#classPath}
     * @param postgres is closed with it
     */
    Crew(List<String> program, Path directory, Postgres postgres) {
        this.program = program;
        this.directory = directory;
        this.postgres = postgres;
    }

    /** The jar, and beside it the one class of the tests that it needs. */
    static List<String> jarWithSleep(Path directory) throws IOException {
        Path classes = directory.resolve("sleep/parsweep/queue");
        Files.createDirectories(classes);
        Path model = Path.of("target/test-classes/parsweep/queue/SleepModel.class");
        Files.copy(model, classes.resolve(model.getFileName()));
        List<String> jar = ServiceProcess.jar();
        return List.of(
                jar.get(0),
                "-Dloader.path=" + directory.resolve("sleep").toAbsolutePath(),
                "-cp",
                jar.get(jar.size() - 1),
                "org.springframework.boot.loader.launch.PropertiesLauncher");
    }

    Postgres postgres() {
        return postgres;
    }

    /** The first column of the first row of an answer. */
    long number(String query) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Transactions so far that wrote something: they alone get a number. */
    long writeTransactions() throws SQLException {
        return number("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
    }

    /** Slots that compute, as a server sees them. */
    static int busy(Service server) {
        return Service.json(server.get("/api/v1/workers")).get("busy").intValue();
    }

    /** Launches a process that only serves. */
    ServiceProcess server() {
        return launch("--parsweep.role=server", SLEEP + "1");
    }

    /** Launches a process that only computes. */
    ServiceProcess worker(int slots) {
        return launch("--parsweep.role=worker", "--parsweep.workers=" + slots, SLEEP + "1");
    }

    /** Launches a process with these settings and those of the database. */
    ServiceProcess launch(String... settings) {
        return launch(List.of(), postgres.settings(), settings);
    }

    /** Launches a worker behind a wire that can be cut. */
    ServiceProcess remoteWorker(Namespace network, int slots) throws IOException, SQLException {
        postgres.admit(network.subnet());
        return launch(
                network.prefix(),
                postgres.settings(network.host()),
                "--parsweep.role=worker",
                "--parsweep.workers=" + slots,
                SLEEP + "1");
    }

    /**
     * Launches a worker whose clock is wrong.
     *
     * @param prefix of {@link WrongClock}
     */
    ServiceProcess worker(List<String> prefix, int slots) {
        return launch(
                prefix, postgres.settings(), "--parsweep.role=worker", "--parsweep.workers=" + slots, SLEEP + "1");
    }

    private ServiceProcess launch(List<String> prefix, String[] database, String... settings) {
        String[] all = Stream.of(database, settings).flatMap(Arrays::stream).toArray(String[]::new);
        ServiceProcess process = ServiceProcess.launch(prefix, program, directory, all);
        processes.add(process);
        return process;
    }

    /** Waits until all that were launched and live are ready. */
    void awaitReady() {
        processes.stream().filter(ServiceProcess::isAlive).forEach(ServiceProcess::awaitReady);
    }

    /** A sweep of points that sleep. */
    static String sleeping(int points, double millis, String more) {
        return "{\"model\": \"sleep\", \"seed\": 7, %s \"fixed\": {\"millis\": %s}, \"space\": {\"grid\": {\"x\": {\"arange\": [0, %d]}}}}"
                .formatted(more, millis, points);
    }

    /** The workers, as a server sees them. */
    static List<JsonNode> workers(Service server) {
        JsonNode answer = Service.json(server.get("/api/v1/workers"));
        return StreamSupport.stream(answer.get("workers").spliterator(), false).toList();
    }

    /** The worker that is a process of this machine. */
    static JsonNode worker(Service server, ServiceProcess process) {
        return workers(server).stream()
                .filter(worker -> worker.get("name").stringValue().contains("-" + process.pid() + "-"))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until that many workers are there and take shards. */
    static void awaitActive(Service server, int count) {
        Awaitility.await(count + " workers")
                .atMost(Duration.ofSeconds(30))
                .until(() -> workers(server).stream()
                                .filter(worker ->
                                        worker.get("state").stringValue().equals("ACTIVE"))
                                .count()
                        == count);
    }

    /** Waits until a worker holds shards of a sweep. */
    static void awaitBusy(Service server, ServiceProcess worker) {
        Awaitility.await("work for " + worker.pid())
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> worker(server, worker).get("shards").size() > 0);
    }

    @Override
    public void close() throws IOException {
        processes.forEach(ServiceProcess::close);
        postgres.close();
    }
}
