package parsweep.harness;

import java.io.IOException;
import java.nio.file.Path;
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
     */
    Crew(List<String> program, Path directory) throws IOException {
        this.program = program;
        this.directory = directory;
        this.postgres = Postgres.start(directory);
    }

    Postgres postgres() {
        return postgres;
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
        String[] all = Stream.concat(Arrays.stream(postgres.settings()), Arrays.stream(settings))
                .toArray(String[]::new);
        ServiceProcess process = ServiceProcess.launch(program, directory, all);
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
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> worker(server, worker).get("shards").size() > 0);
    }

    @Override
    public void close() throws IOException {
        processes.forEach(ServiceProcess::close);
        postgres.close();
    }
}
