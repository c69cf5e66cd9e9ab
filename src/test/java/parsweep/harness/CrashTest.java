package parsweep.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parsweep.harness.CrashRun.Blow;

/** Nothing lost, nothing twice; {@link CrashHarness} is the long form of it. */
class CrashTest {
    /** Some seconds of work in all. */
    private static final double SIZE = 0.12;

    private final Path directory = Files.createTempDirectory(Path.of("target"), "crash-");

    CrashTest() throws IOException {}

    /** The last blow comes with the answers, since H2 writes committed transactions half a second later, unless it is told to. */
    @Test
    void everySweepOnH2IsWhatItIsUndisturbed() throws Exception {
        survive(null, 1, Blow.KILL, Blow.KILL_AT_START, Blow.KILL_AT_SUBMIT, Blow.KILL_AT_ANSWER);
    }

    @Test
    void everySweepOnPostgresIsWhatItIsUndisturbed() throws Exception {
        try (Postgres postgres = Postgres.unsynced(directory)) {
            survive(postgres, 2, Blow.KILL, Blow.DATABASE, Blow.FREEZE);
        }
    }

    private void survive(@Nullable Postgres postgres, int processes, Blow... blows) throws Exception {
        Random random = new Random(7);
        List<Workload> workloads = Workload.ofEveryKind(SIZE);
        try (CrashRun run = new CrashRun(ServiceProcess.classPath(), directory, workloads, postgres, random, false)) {
            var undisturbed = run.undisturbed();
            run.submitAll();

            run.strike(List.of(blows), processes);

            CrashRun.Report report = run.compare(undisturbed);
            assertThat(report.differences()).isEmpty();
            assertThat(report.compared()).isGreaterThanOrEqualTo(2 * workloads.size());
        }
    }
}
