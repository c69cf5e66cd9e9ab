package parsweep.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import parsweep.model.process.Tools;

/** However the service ends, the programs that it has started end too, with all that they have started. */
class OrphanTest {
    private final Path directory =
            Files.createTempDirectory(Path.of("target"), "orphans-").toAbsolutePath();

    /** What a program and its children sleep for: nobody else's processes have it in their command lines. */
    private final String mark = Long.toString(System.nanoTime());

    OrphanTest() throws IOException {
        assumeTrue(
                Files.isDirectory(Path.of("/proc/self")) && Tools.find("setsid").isPresent(), "this is Linux");
    }

    private ServiceProcess start() throws IOException {
        Path model = Files.createDirectories(directory.resolve("models/sleeper"));
        Files.writeString(model.resolve("model.yaml"), """
                name: sleeper
                protocol: worker
                shell: true
                command: |
                  trap '' TERM INT HUP
                  setsid sh -c 'sleep 9%1$s & sleep 8%1$s' >/dev/null 2>&1 &
                  (sleep 7%1$s &) >/dev/null
                  echo ready
                  while read -r line; do sleep 6%1$s; done
                parameters: {x: integer}
                outputs: {y: real}
                """.formatted(mark));
        return ServiceProcess.start(
                ServiceProcess.classPath(),
                directory,
                "--parsweep.models=" + directory.resolve("models"),
                "--parsweep.scratch=" + directory.resolve("scratch"),
                "--parsweep.workers=2");
    }

    private void awaitSleepers(ServiceProcess process) {
        process.service().start("{\"model\": \"sleeper\", \"space\": {\"grid\": {\"x\": [1, 2]}}}");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> sleepers().count() >= 8);
    }

    private Stream<ProcessHandle> sleepers() {
        return processes("sleep", mark);
    }

    private static Stream<ProcessHandle> processes(String... texts) {
        return ProcessHandle.allProcesses().filter(process -> {
            String line = process.info().commandLine().orElse("");
            return List.of(texts).stream().allMatch(line::contains);
        });
    }

    private void awaitNobody() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sleepers().findAny().isEmpty());
    }

    @Test
    void nothingIsLeftWhenTheServiceIsKilled() throws Exception {
        try (ServiceProcess process = start()) {
            awaitSleepers(process);

            process.kill();

            awaitNobody();
            Awaitility.await().until(() -> runs().isEmpty());
        }
    }

    @Test
    void theNextStartEndsWhatSurvivedBecauseTheWatchdogWasKilledToo() throws Exception {
        try (ServiceProcess process = start()) {
            awaitSleepers(process);

            List<ProcessHandle> watchdogs = processes(
                            "cat >/dev/null", directory.resolve("scratch").toString())
                    .toList();
            assertThat(watchdogs).hasSize(1);
            watchdogs.forEach(ProcessHandle::destroyForcibly);
            process.kill();
        }
        assertThat(sleepers()).hasSizeGreaterThanOrEqualTo(8);

        try (ServiceProcess process = start()) {
            assertThat(process.log()).contains("tidying up after");
            process.service().post("/api/v1/sweeps/1/cancel", "application/json", "");
            awaitNobody();

            assertThat(process.stop(Duration.ofSeconds(20))).isIn(0, 143);
        }
        assertThat(runs()).isEmpty();
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("scratch"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("run-"))
                    .toList();
        }
    }
}
