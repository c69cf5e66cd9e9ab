package parsweep.harness;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * A server and workers, processes of the packaged jar, on one PostgreSQL: what becomes of a sweep while networks are cut,
 * the database goes down, everybody leaves, and clocks are wrong. Exits with 1 if an outcome is lost, doubled or another.
 * To be run as root, with {@code iproute2} and {@code faketime} installed:
 *
 * <pre>./mvnw -q -Dquick -DskipTests package exec:exec -Dharness=parsweep.harness.OutageHarness</pre>
 */
final class OutageHarness {
    private static final int WORKERS = 2;
    private static final int SLOTS = 2;
    private static final double MILLIS = 50;

    private final Crew crew;
    private final Service server;
    private final Proof proof;
    private final List<ServiceProcess> workers = new ArrayList<>();

    private OutageHarness(Crew crew, Service server) {
        this.crew = crew;
        this.server = server;
        this.proof = new Proof(crew, server);
    }

    /** Runs the parts that the arguments name: network, database, clock, absence; without arguments, all. */
    public static void main(String[] arguments) throws Exception {
        List<String> parts =
                arguments.length > 0 ? List.of(arguments) : List.of("network", "database", "clock", "absence");
        System.out.printf(
                "%s, Java %s, %d processors, load %.1f%n",
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        Path directory = Files.createTempDirectory(Path.of("target"), "outage-");
        int faults;
        try (Crew crew = new Crew(Crew.jarWithSleep(directory), directory, Postgres.start(directory))) {
            ServiceProcess serving = crew.server();
            serving.awaitReady();
            OutageHarness harness = new OutageHarness(crew, serving.service());
            harness.hire();
            if (parts.contains("network")) {
                harness.cutTheNetwork(20);
                harness.cutTheNetwork(60);
            }
            if (parts.contains("database")) {
                harness.loseTheDatabase(8);
                harness.loseTheDatabase(70); // longer than workers keep their blocks
            }
            if (parts.contains("clock")) {
                harness.wrongClock(1);
                harness.wrongClock(-1);
                harness.wrongClock(-3600);
            }
            if (parts.contains("absence")) {
                harness.loseAllWorkers(20);
            }
            faults = harness.proof.faults();
        }
        System.exit(faults == 0 ? 0 : 1);
    }

    private void hire() {
        while (workers.size() < WORKERS) {
            workers.add(crew.worker(SLOTS));
        }
        crew.awaitReady();
        Crew.awaitActive(server, WORKERS);
    }

    /** One worker loses the network for longer than its lease lasts. */
    private void cutTheNetwork(int seconds) throws Exception {
        if (!Namespace.isPossible()) {
            System.out.println("NOT TESTED: " + Namespace.MISSING);
            return;
        }
        try (Namespace network = Namespace.create()) {
            ServiceProcess remote = crew.remoteWorker(network, SLOTS);
            remote.awaitReady();
            Sweep sweep = start((seconds + 20) * (WORKERS + 1) * SLOTS);
            Crew.awaitBusy(server, remote);
            network.cut();
            long cut = System.nanoTime();
            List<Double> elsewhere = proof.secondsUntilElsewhere(remote);
            awaitSeconds(seconds, cut);
            network.mend();
            long mended = System.nanoTime();
            Awaitility.await("the worker to be back")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> Crew.worker(server, remote).get("state").stringValue(), "ACTIVE"::equals);
            compare(
                    "a worker cut off for %d s, its shards elsewhere after %s s, back after %.1f s"
                            .formatted(seconds, rounded(elsewhere), (System.nanoTime() - mended) * 1e-9),
                    sweep);
            remote.kill();
            awaitLost(remote);
        }
    }

    private void loseTheDatabase(int seconds) throws Exception {
        Sweep sweep = start(40 * WORKERS * SLOTS);
        workers.forEach(worker -> Crew.awaitBusy(server, worker));
        long since = System.nanoTime();
        crew.postgres().crash();
        awaitSeconds(seconds, since);
        crew.postgres().restart();
        compare("%d s without the database".formatted(seconds), sweep);
    }

    private void wrongClock(int seconds) throws Exception {
        Optional<List<String>> prefix = WrongClock.prefix(seconds);
        if (prefix.isEmpty()) {
            System.out.println("NOT TESTED: " + WrongClock.MISSING);
            return;
        }
        ServiceProcess wrong = crew.worker(prefix.get(), SLOTS);
        wrong.awaitReady();
        Sweep sweep = start(20 * (WORKERS + 1) * SLOTS);
        Crew.awaitBusy(server, wrong);
        ServiceProcess victim = workers.remove(0);
        Crew.awaitBusy(server, victim);
        victim.kill();
        List<Double> elsewhere = proof.secondsUntilElsewhere(victim);
        compare(
                "a worker's clock %+d s off, another is killed and its shards elsewhere after %s s"
                        .formatted(seconds, rounded(elsewhere)),
                sweep);
        wrong.kill();
        awaitLost(wrong);
        hire();
    }

    private void loseAllWorkers(int seconds) throws Exception {
        Sweep sweep = start(20 * WORKERS * SLOTS);
        for (ServiceProcess worker : workers) {
            Crew.awaitBusy(server, worker);
        }
        long since = System.nanoTime();
        for (ServiceProcess worker : workers) {
            worker.kill();
        }
        awaitSeconds(seconds, since);
        String waiting = server.status(sweep.id()).path("waiting").stringValue("NOTHING");
        workers.clear();
        hire();
        compare("all workers gone for %d s (it said: %s)".formatted(seconds, waiting), sweep);
    }

    /** A sweep under way, and how it has to end. */
    private record Sweep(long id, JsonNode wanted) {}

    /**
     * @param slotSeconds of work
     */
    private Sweep start(int slotSeconds) {
        int points = (int) (slotSeconds * 1000 / MILLIS);
        JsonNode wanted = proof.await(server.start(Crew.sleeping(points, 0, "")));
        return new Sweep(server.start(Crew.sleeping(points, MILLIS, "")), wanted);
    }

    private void compare(String title, Sweep sweep) throws SQLException {
        System.out.println(proof.compare(title, sweep.id(), sweep.wanted()));
    }

    private void awaitLost(ServiceProcess worker) {
        Awaitility.await("the loss of " + worker.pid())
                .atMost(Duration.ofSeconds(20))
                .until(() -> Crew.worker(server, worker).get("state").stringValue(), "LOST"::equals);
    }

    private static void awaitSeconds(int seconds, long since) throws InterruptedException {
        Thread.sleep(Math.max(0, seconds * 1000L - (System.nanoTime() - since) / 1_000_000));
    }

    private static String rounded(List<Double> seconds) {
        return seconds.stream().map("%.1f"::formatted).toList().toString();
    }
}
