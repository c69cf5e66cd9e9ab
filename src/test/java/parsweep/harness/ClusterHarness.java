package parsweep.harness;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * A server and three workers, processes of the packaged jar, on one PostgreSQL: how much they lose to being several, and
 * what becomes of a sweep while they are killed and frozen. Exits with 1 if an outcome is lost, doubled or another. What
 * happens to the wires between them is in {@link OutageHarness}. Points sleep, so that few processors are enough. Run it with
 *
 * <pre>./mvnw -q -Dquick -DskipTests package exec:exec -Dharness=parsweep.harness.ClusterHarness</pre>
 */
final class ClusterHarness {
    private static final int WORKERS = 3;
    private static final int SLOTS = 2;
    private static final int BLOWS = 20;
    private static final double MILLIS = 50;

    private final Crew crew;
    private final Service server;
    private final Random random;
    private final List<ServiceProcess> workers = new ArrayList<>();
    private final Proof proof;
    private final List<Double> secondsUntilElsewhere = new ArrayList<>();

    private ClusterHarness(Crew crew, Service server, Random random) {
        this.crew = crew;
        this.server = server;
        this.random = random;
        this.proof = new Proof(crew, server);
    }

    public static void main(String[] arguments) throws Exception {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : System.nanoTime();
        System.out.printf(
                "%s, Java %s, %d processors, load %.1f, seed %d%n",
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                seed);
        Path directory = Files.createTempDirectory(Path.of("target"), "cluster-");
        int faults;
        try (Crew crew = new Crew(Crew.jarWithSleep(directory), directory, Postgres.start(directory))) {
            ServiceProcess serving = crew.server();
            serving.awaitReady();
            ClusterHarness harness = new ClusterHarness(crew, serving.service(), new Random(seed));
            harness.measure();
            harness.strike();
            faults = harness.proof.faults();
        }
        System.exit(faults == 0 ? 0 : 1);
    }

    /** One process with six slots, then three with two. */
    private void measure() throws Exception {
        String sweep = Crew.sleeping(3600, MILLIS, "");
        ServiceProcess alone = crew.worker(WORKERS * SLOTS);
        alone.awaitReady();
        Crew.awaitActive(server, 1);
        run("1 worker with %d slots".formatted(WORKERS * SLOTS), sweep);
        alone.stop(Duration.ofSeconds(30));
        while (workers.size() < WORKERS) {
            workers.add(crew.worker(SLOTS));
        }
        crew.awaitReady();
        Crew.awaitActive(server, WORKERS);
        run("%d workers with %d slots".formatted(WORKERS, SLOTS), sweep);
    }

    private void run(String title, String sweep) throws SQLException {
        long before = crew.writeTransactions();
        long id = server.start(sweep);
        JsonNode status = proof.await(id);
        long transactions = crew.writeTransactions() - before;
        double seconds = status.at("/timing/elapsedSeconds").doubleValue();
        System.out.printf(
                "%s: %.1f s, efficiency %.3f, %d blocks, %.2f writing transactions a second and slot%n",
                title,
                seconds,
                status.at("/timing/efficiency").doubleValue(),
                crew.number("select count(*) from block where sweep_id = " + id),
                transactions / seconds / (WORKERS * SLOTS));
    }

    /** Kills and freezes workers, one after another, twenty times, with a sweep under way all the time. */
    private void strike() throws Exception {
        int points = 6000; // 50 s with all slots
        String sweep = Crew.sleeping(points, MILLIS, "");
        long undisturbed = server.start(Crew.sleeping(points, 0, ""));
        JsonNode wanted = proof.await(undisturbed);
        List<Long> sweeps = new ArrayList<>(List.of(server.start(sweep), server.start(sweep)));
        List<Boolean> kills = new ArrayList<>(Collections.nCopies(BLOWS / 2, true));
        kills.addAll(Collections.nCopies(BLOWS - kills.size(), false));
        Collections.shuffle(kills, random);
        int killed = 0;
        int frozen = 0;
        for (boolean kill : kills) {
            ServiceProcess victim = workers.get(random.nextInt(workers.size()));
            if (server.status(sweeps.get(sweeps.size() - 2)).path("timing").has("finishedAt")) {
                sweeps.add(server.start(sweep));
            }
            crew.awaitReady(); // or on a slow machine there would be nobody left
            Crew.awaitBusy(server, victim);
            Thread.sleep(random.nextInt(2000));
            if (kill) {
                killed++;
                victim.kill();
                secondsUntilElsewhere.addAll(proof.secondsUntilElsewhere(victim));
                workers.remove(victim);
                workers.add(crew.worker(SLOTS));
            } else {
                long millis = frozen++ == 0 ? 60_000 : 7_000 + random.nextInt(3000);
                long since = System.nanoTime();
                victim.freeze();
                secondsUntilElsewhere.addAll(proof.secondsUntilElsewhere(victim));
                Thread.sleep(Math.max(0, millis - (System.nanoTime() - since) / 1_000_000));
                victim.thaw();
            }
        }
        for (long id : sweeps) {
            System.out.println(
                    proof.compare("%d kills, %d times SIGSTOP, sweep %d".formatted(killed, frozen, id), id, wanted));
        }
        Collections.sort(secondsUntilElsewhere);
        System.out.printf(
                "seconds until the shards of a worker ran elsewhere: median %.1f, longest %.1f, of %d shards%n",
                secondsUntilElsewhere.get(secondsUntilElsewhere.size() / 2),
                secondsUntilElsewhere.get(secondsUntilElsewhere.size() - 1),
                secondsUntilElsewhere.size());
    }
}
