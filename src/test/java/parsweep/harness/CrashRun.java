package parsweep.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Services on one database that are struck down again and again while they work; at the end every sweep has to be what
 * it is when nobody disturbs it. Not thread-safe.
 *
 * <p>Sleeps on purpose: a blow at a random moment is what is wanted.
 */
final class CrashRun implements AutoCloseable {
    /** What can happen to a service. */
    enum Blow {
        /** {@code kill -9} while it works. */
        KILL,
        /** {@code kill -9} while a sweep is being accepted, or just after. */
        KILL_AT_SUBMIT,
        /** {@code kill -9} as soon as sweeps have been accepted. */
        KILL_AT_ANSWER,
        /** {@code kill -9}, and again before the next start is through. */
        KILL_AT_START,
        /** SIGSTOP, for longer than the leases of its shards last, then SIGCONT. */
        FREEZE,
        /** PostgreSQL goes down at once and comes back. */
        DATABASE
    }

    /** Leases last five seconds. */
    private static final int FROZEN_MILLIS = 7000;

    private final List<String> program;
    private final Path directory;
    private final List<Workload> workloads;
    private final @Nullable Postgres postgres;
    private final Random random;
    private final boolean verbose;
    private final List<ServiceProcess> processes = new ArrayList<>();
    private final Map<Long, Workload> accepted = new LinkedHashMap<>();
    private final Map<Blow, Integer> blows = new LinkedHashMap<>();
    private Duration startTime = Duration.ofSeconds(1);
    private int kills;

    /**
     * @param program {@link ServiceProcess#jar} or {@link ServiceProcess#classPath}
     * @param postgres null for an H2 file in the directory
     */
    CrashRun(
            List<String> program,
            Path directory,
            List<Workload> workloads,
            @Nullable Postgres postgres,
            Random random,
            boolean verbose) {
        this.program = program;
        this.directory = directory;
        this.workloads = workloads;
        this.postgres = postgres;
        this.random = random;
        this.verbose = verbose;
    }

    /** What happened and what came of it. */
    record Report(Map<Blow, Integer> blows, int kills, int compared, List<String> differences) {}

    /** Runs every workload once in peace, on one process. */
    Map<String, Outcome> undisturbed() throws IOException {
        have(1);
        Service service = processes.get(0).service();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Workload workload : workloads) {
            JsonNode status = service.run(workload.definition());
            outcomes.put(workload.name(), Outcome.of(service, status, workload.results(), directory));
            say("undisturbed: %s %s".formatted(workload.name(), outcomes.get(workload.name())));
        }
        return outcomes;
    }

    /** Submits every workload once. */
    void submitAll() {
        have(1);
        workloads.forEach(workload -> submit(processes.get(0).service(), workload));
    }

    /**
     * Strikes, with all processes up before each blow and a fresh sweep with every third.
     *
     * @param count number of processes that share the database
     */
    void strike(List<Blow> sequence, int count) throws IOException, InterruptedException {
        for (Blow blow : sequence) {
            have(count);
            ServiceProcess victim = processes.get(random.nextInt(processes.size()));
            if (blows.values().stream().mapToInt(Integer::intValue).sum() % 3 == 0) {
                submit(victim.service(), anyWorkload());
            }
            strike(blow, victim);
            blows.merge(blow, 1, Integer::sum);
        }
    }

    private void strike(Blow blow, ServiceProcess victim) throws IOException, InterruptedException {
        int millis = random.nextInt(3000);
        say("%s after %d ms".formatted(blow, millis));
        switch (blow) {
            case KILL -> {
                Thread.sleep(millis);
                kill(victim);
            }
            case KILL_AT_SUBMIT -> {
                Workload workload = anyWorkload();
                Service service = victim.service();
                CompletableFuture<Long> answer =
                        CompletableFuture.supplyAsync(() -> service.start(workload.definition()));
                Thread.sleep(millis / 8); // a cold service takes some tenths of a second to answer
                kill(victim);
                try {
                    accepted.put(answer.join(), workload); // what was answered before the blow has to be there
                } catch (CompletionException e) {
                    say("no answer to a submission: " + e.getMessage());
                }
            }
            case KILL_AT_ANSWER -> {
                for (int i = 0; i < 3; i++) {
                    submit(victim.service(), anyWorkload());
                }
                kill(victim);
            }
            case KILL_AT_START -> {
                kill(victim);
                ServiceProcess next = launch();
                Thread.sleep((long) (random.nextDouble() * 1.2 * startTime.toMillis()));
                kill(next);
            }
            case FREEZE -> {
                Thread.sleep(millis);
                victim.freeze();
                Thread.sleep(FROZEN_MILLIS + millis);
                victim.thaw();
            }
            case DATABASE -> {
                Postgres database = database();
                Thread.sleep(millis);
                database.crash();
                Thread.sleep(millis);
                database.restart();
            }
        }
    }

    private Postgres database() {
        if (postgres == null) {
            throw new IllegalStateException("an H2 file cannot be struck down without its process");
        }
        return postgres;
    }

    private void kill(ServiceProcess victim) throws InterruptedException {
        victim.kill();
        processes.remove(victim);
        kills++;
    }

    /** Waits until every sweep is over and compares it with what it has to be. */
    Report compare(Map<String, Outcome> expected) throws IOException {
        have(1);
        Service service = processes.get(0).service();
        List<String> differences = new ArrayList<>();
        List<Long> found = new ArrayList<>();
        JsonNode page = Service.json(service.get("/api/v1/sweeps?size=100"));
        for (JsonNode sweep : page.get("sweeps")) {
            long id = sweep.get("id").longValue();
            found.add(id);
            Workload workload = workload(sweep.get("name").stringValue());
            JsonNode status = Awaitility.await("the end of sweep " + id)
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptions() // the database may just be back
                    .until(() -> service.status(id), now -> now.path("timing").has("finishedAt"));
            Outcome outcome = Outcome.of(service, status, workload.results(), directory);
            Outcome wanted = expected.get(workload.name());
            if (!outcome.equals(wanted)) {
                differences.add("sweep %d: %s instead of %s; %s".formatted(id, outcome, wanted, status));
            }
        }
        accepted.keySet().stream()
                .filter(id -> !found.contains(id))
                .forEach(id -> differences.add("sweep %d was accepted and is gone".formatted(id)));
        return new Report(blows, kills, found.size(), differences);
    }

    private Workload workload(String name) {
        return workloads.stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Workload anyWorkload() {
        return workloads.get(random.nextInt(workloads.size()));
    }

    private void submit(Service service, Workload workload) {
        try {
            HttpResponse<String> response = service.submit(workload.definition());
            if (response.statusCode() == 503) {
                say("a submission was refused: " + response.body()); // the database is just coming back
                return;
            }
            assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
            accepted.put(Service.json(response).get("id").longValue(), workload);
        } catch (UncheckedIOException e) {
            say("no answer to a submission: " + e.getMessage());
        }
    }

    /** Has that many processes up and no more. */
    private void have(int count) {
        List<ServiceProcess> starting = new ArrayList<>();
        processes.removeIf(process -> !process.isAlive());
        while (processes.size() > count) {
            processes.remove(processes.size() - 1).close();
        }
        while (processes.size() < count) {
            ServiceProcess process = launch();
            processes.add(process);
            starting.add(process);
        }
        for (ServiceProcess process : starting) {
            process.awaitReady();
            startTime = process.startTime();
        }
    }

    private ServiceProcess launch() {
        return ServiceProcess.launch(program, directory, postgres == null ? new String[0] : postgres.settings());
    }

    private void say(String what) {
        if (verbose) {
            System.out.println(what);
        }
    }

    @Override
    public void close() {
        processes.forEach(ServiceProcess::close);
    }
}
