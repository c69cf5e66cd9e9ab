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
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * A server and three workers, processes of the packaged jar, on one PostgreSQL: how much they lose to being several, and
 * what becomes of a sweep while they are killed, frozen and cut off from a database that goes down. Exits with 1 if an
 * outcome is lost, doubled or another. Points sleep, so that few processors are enough. Run it with
 *
 * <pre>./mvnw -q -Dquick -DskipTests package exec:exec -Dharness=parsweep.harness.ClusterHarness</pre>
 */
final class ClusterHarness {
    private static final int WORKERS = 3;
    private static final int SLOTS = 2;
    private static final int BLOWS = 20;
    private static final double MILLIS = 50;
    private static final long CUT_MILLIS = 20_000;

    private final Crew crew;
    private final Service server;
    private final Random random;
    private final List<ServiceProcess> workers = new ArrayList<>();
    private final List<Double> secondsUntilElsewhere = new ArrayList<>();
    private int faults;

    private ClusterHarness(Crew crew, Service server, Random random) {
        this.crew = crew;
        this.server = server;
        this.random = random;
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
        try (Crew crew = new Crew(Crew.jarWithSleep(directory), directory)) {
            ServiceProcess serving = crew.server();
            serving.awaitReady();
            ClusterHarness harness = new ClusterHarness(crew, serving.service(), new Random(seed));
            harness.measure();
            harness.strike();
            harness.cutTheNetwork();
            harness.loseTheDatabase();
            System.exit(harness.faults == 0 ? 0 : 1);
        }
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
        JsonNode status = await(id);
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
        JsonNode wanted = await(undisturbed);
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
            victim.awaitReady();
            Crew.awaitBusy(server, victim);
            Thread.sleep(random.nextInt(2000));
            if (kill) {
                killed++;
                victim.kill();
                awaitElsewhere(victim);
                workers.remove(victim);
                workers.add(crew.worker(SLOTS)); // there is no need to wait for it
            } else {
                long millis = frozen++ == 0 ? 60_000 : 7_000 + random.nextInt(3000);
                long since = System.nanoTime();
                victim.freeze();
                awaitElsewhere(victim);
                Thread.sleep(Math.max(0, millis - (System.nanoTime() - since) / 1_000_000));
                victim.thaw();
            }
        }
        for (long id : sweeps) {
            compare("%d kills, %d times SIGSTOP, sweep %d".formatted(killed, frozen, id), id, await(id), wanted);
        }
        Collections.sort(secondsUntilElsewhere);
        System.out.printf(
                "seconds until the shards of a worker ran elsewhere: median %.1f, longest %.1f, of %d shards%n",
                secondsUntilElsewhere.get(secondsUntilElsewhere.size() / 2),
                secondsUntilElsewhere.get(secondsUntilElsewhere.size() - 1),
                secondsUntilElsewhere.size());
    }

    private void awaitElsewhere(ServiceProcess victim) {
        long since = System.nanoTime();
        JsonNode worker = Crew.worker(server, victim);
        String name = worker.get("name").stringValue();
        for (JsonNode shard : worker.get("shards")) {
            Awaitility.await("shard " + shard + " elsewhere")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> crew.number("select count(*) from scheduled_tasks where task_instance = '"
                                    + shard.stringValue() + "' and (picked = false or picked_by = '" + name + "')")
                            == 0);
            secondsUntilElsewhere.add((System.nanoTime() - since) * 1e-9);
        }
    }

    /** All processes lose the database for a while. */
    private void loseTheDatabase() throws Exception {
        JsonNode wanted = await(server.start(Crew.sleeping(2000, 0, "")));
        long id = server.start(Crew.sleeping(2000, MILLIS, ""));
        workers.forEach(worker -> Crew.awaitBusy(server, worker));
        crew.postgres().crash();
        Thread.sleep(8000);
        crew.postgres().restart();
        compare("8 s without the database", id, await(id), wanted);
    }

    /** One worker loses the network for longer than its lease lasts and its patience with its blocks. */
    private void cutTheNetwork() throws Exception {
        try (Namespace network = Namespace.create()) {
            ServiceProcess remote = crew.remoteWorker(SLOTS);
            remote.awaitReady();
            JsonNode wanted = await(server.start(Crew.sleeping(6000, 0, "")));
            long id = server.start(Crew.sleeping(6000, MILLIS, ""));
            Crew.awaitBusy(server, remote);
            network.cut();
            awaitElsewhere(remote);
            System.out.printf(
                    "cut off: shards ran elsewhere after %.1f s%n",
                    secondsUntilElsewhere.get(secondsUntilElsewhere.size() - 1));
            Thread.sleep(CUT_MILLIS);
            network.mend();
            compare("a worker cut off for %d s".formatted(CUT_MILLIS / 1000), id, await(id), wanted);
            Awaitility.await("the worker to be back")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> Crew.worker(server, remote).get("state").stringValue(), "ACTIVE"::equals);
            remote.kill();
        }
    }

    private JsonNode await(long id) {
        return Awaitility.await("the end of sweep " + id)
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions() // the database may just be back
                .until(() -> server.status(id), status -> status.path("timing").has("finishedAt"));
    }

    private void compare(String title, long id, JsonNode status, JsonNode wanted) throws SQLException {
        long lost = status.at("/progress/total").longValue()
                - status.at("/progress/done").longValue();
        long doubled = crew.number("select count(*) from block a join block b on b.sweep_id = a.sweep_id and"
                + " b.first_index > a.first_index and b.first_index < a.first_index + a.count where a.sweep_id = "
                + id);
        boolean same = Stream.of("state", "fingerprint")
                .allMatch(field -> status.get(field).equals(wanted.get(field)));
        System.out.printf(
                "%s: lost %d, doubled %d, fingerprint %s%n", title, lost, doubled, same ? "the same" : "ANOTHER");
        if (lost != 0 || doubled != 0 || !same) {
            faults++;
        }
    }
}
