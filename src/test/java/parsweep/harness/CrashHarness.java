package parsweep.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import parsweep.harness.CrashRun.Blow;
import parsweep.harness.CrashRun.Report;

/**
 * Strikes the service down at random moments, on H2 and on PostgreSQL, and compares every sweep with its undisturbed
 * run. Exits with 1 if one differs. {@link CrashTest} is the short form of it. Run it with
 *
 * <pre>./mvnw -q -Dquick -DskipTests package exec:exec -Dharness=parsweep.harness.CrashHarness</pre>
 */
final class CrashHarness {
    /** What happens to a process that has an H2 file. */
    private static final Map<Blow, Integer> H2 =
            Map.of(Blow.KILL, 10, Blow.KILL_AT_SUBMIT, 5, Blow.KILL_AT_ANSWER, 3, Blow.KILL_AT_START, 5);

    /** What happens to a process that has PostgreSQL to itself. */
    private static final Map<Blow, Integer> ALONE =
            Map.of(Blow.KILL, 6, Blow.KILL_AT_SUBMIT, 2, Blow.KILL_AT_START, 2, Blow.FREEZE, 1, Blow.DATABASE, 2);

    /** What happens to either of two processes that share it. */
    private static final Map<Blow, Integer> TOGETHER =
            Map.of(Blow.KILL, 6, Blow.KILL_AT_SUBMIT, 2, Blow.KILL_AT_START, 2, Blow.FREEZE, 3, Blow.DATABASE, 2);

    private CrashHarness() {}

    public static void main(String[] arguments) throws Exception {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : System.nanoTime();
        System.out.printf(
                "%s, Java %s, %s %s, %d processors, seed %d%n",
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                seed);
        Path directory = Files.createTempDirectory(Path.of("target"), "crash-");
        Report h2 = h2(directory, new Random(seed));
        print("H2", h2);
        Report postgres;
        try (Postgres database = Postgres.start(directory)) {
            postgres = postgres(directory, database, new Random(seed));
        }
        print("PostgreSQL", postgres);
        System.exit(h2.differences().isEmpty() && postgres.differences().isEmpty() ? 0 : 1);
    }

    private static Report h2(Path directory, Random random) throws IOException, InterruptedException {
        try (CrashRun run = run(directory, null, random)) {
            Map<String, Outcome> undisturbed = run.undisturbed();
            run.submitAll();
            run.strike(shuffled(random, H2), 1);
            return run.compare(undisturbed);
        }
    }

    private static Report postgres(Path directory, Postgres database, Random random)
            throws IOException, InterruptedException {
        try (CrashRun run = run(directory, database, random)) {
            Map<String, Outcome> undisturbed = run.undisturbed();
            run.submitAll();
            run.strike(shuffled(random, ALONE), 1);
            run.submitAll();
            run.strike(shuffled(random, TOGETHER), 2);
            return run.compare(undisturbed);
        }
    }

    private static CrashRun run(Path directory, @Nullable Postgres database, Random random) {
        return new CrashRun(ServiceProcess.jar(), directory, Workload.ofEveryKind(1), database, random, true);
    }

    /** Blows in random order, so many of each kind. */
    private static List<Blow> shuffled(Random random, Map<Blow, Integer> counts) {
        List<Blow> blows = new ArrayList<>();
        for (Blow blow : Blow.values()) { // in a fixed order: the seed decides alone
            blows.addAll(Collections.nCopies(counts.getOrDefault(blow, 0), blow));
        }
        Collections.shuffle(blows, random);
        return blows;
    }

    private static void print(String database, Report report) {
        report.differences().forEach(System.out::println);
        System.out.printf(
                "%s: %d kills (%s), %d sweeps compared, %d differences%n",
                database,
                report.kills(),
                report.blows(),
                report.compared(),
                report.differences().size());
    }
}
