package parsweep.harness;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * Hundreds of slots in a few processes, whose points sleep for a second: what the database has to do for them, and what
 * they lose by it. Run it with
 *
 * <pre>./mvnw -q -Dquick -DskipTests package exec:exec -Dharness=parsweep.harness.ManySlotsHarness</pre>
 */
final class ManySlotsHarness {
    private static final int SLOTS = 250;
    private static final int PROCESSES = 4;

    private ManySlotsHarness() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory(Path.of("target"), "many-");
        List<Integer> sizes = List.of(1, PROCESSES);
        List<String> program = new ArrayList<>(Crew.jarWithSleep(directory));
        program.set(0, "-Xmx768m"); // 256 MB are for a few slots
        try (Crew crew = new Crew(program, directory, Postgres.start(directory))) {
            ServiceProcess serving = crew.server();
            serving.awaitReady();
            List<ServiceProcess> workers = new ArrayList<>();
            for (int size : sizes) {
                while (workers.size() < size) {
                    ServiceProcess worker = crew.worker(SLOTS);
                    worker.awaitReady(); // one after the other, so that each starts in time
                    workers.add(worker);
                }
                Crew.awaitActive(serving.service(), size);
                measure(crew, serving.service(), workers);
            }
        }
        System.exit(0);
    }

    private static void measure(Crew crew, Service server, List<ServiceProcess> workers)
            throws IOException, SQLException, InterruptedException {
        int slots = workers.size() * SLOTS;
        long started = System.nanoTime();
        long id = server.start(Crew.sleeping(slots * 90, 1000, ""));
        double submit = secondsSince(started);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Crew.busy(server) > 0.95 * slots);
        double full = secondsSince(started);
        Thread.sleep(15_000); // turns have lost their step by then
        long from = System.nanoTime();
        long transactions = crew.writeTransactions();
        double points = server.status(id).at("/timing/pointSeconds").doubleValue();
        Duration cpu = crew.postgres().cpuTime();
        Thread.sleep(30_000);
        double seconds = secondsSince(from);
        double writes = (crew.writeTransactions() - transactions) / seconds;
        double efficiency = (server.status(id).at("/timing/pointSeconds").doubleValue() - points) / seconds / slots;
        double database = crew.postgres().cpuTime().minus(cpu).toNanos() * 1e-9 / seconds;
        long second = System.nanoTime();
        JsonNode small = server.run(Crew.sleeping(10, 1, ""));
        double behind = secondsSince(second);
        server.delete("/api/v1/sweeps/" + id);
        System.out.printf(
                "%d processes, %d slots: accepted in %.2f s, 95%% busy after %.1f s; %.0f writing transactions a second, %.2f a"
                        + " slot; PostgreSQL uses %.2f processors; efficiency %.3f; ten points behind it took %.1f s (%s); load %.1f%n",
                workers.size(),
                slots,
                submit,
                full,
                writes,
                writes / slots,
                database,
                efficiency,
                behind,
                small.get("state").stringValue(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static double secondsSince(long started) {
        return (System.nanoTime() - started) * 1e-9;
    }
}
