package parsweep.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** SIGTERM: what is computed is kept, and the process ends in time. */
class ShutdownTest {
    /** {@code spring.lifecycle.timeout-per-shutdown-phase}: what whoever stops the service allows before {@code kill -9}. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** As the shell counts: 128 + SIGTERM. */
    private static final int TERMINATED = 143;

    private final Path directory = Files.createTempDirectory(Path.of("target"), "shutdown-");

    ShutdownTest() throws IOException {}

    @Test
    void runningBlocksAreCommittedAndTheSweepGoesOn() throws InterruptedException {
        String definition = """
                {"model": "wormlike-chain", "seed": 3, "fixed": {"chains": 300, "packingRatio": 30},
                 "space": {"grid": {"persistenceLength": {"linspace": [20, 100, 40]}}}}""";
        long id;
        long before;
        try (ServiceProcess process = ServiceProcess.start(ServiceProcess.classPath(), directory)) {
            id = process.service().start(definition);
            before = Awaitility.await().until(() -> done(process.service().status(id)), done -> done >= 4);

            assertThat(process.stop(GRACE)).isIn(0, TERMINATED);

            assertThat(process.log()).doesNotContain("ERROR");
        }
        try (ServiceProcess process = ServiceProcess.start(ServiceProcess.classPath(), directory)) {
            Service service = process.service();
            assertThat(done(service.status(id))).isGreaterThanOrEqualTo(before);
            JsonNode interrupted = service.await(id);
            assertThat(interrupted.get("state").stringValue()).isEqualTo("COMPLETED");
            assertThat(done(interrupted)).isEqualTo(40);
            assertThat(interrupted.get("fingerprint"))
                    .isEqualTo(service.run(definition).get("fingerprint"));
        }
    }

    @Test
    void aPointThatTakesMinutesDoesNotHoldTheProcess() throws InterruptedException {
        try (ServiceProcess process = ServiceProcess.start(ServiceProcess.classPath(), directory)) {
            long id = process.service().start("""
                    {"model": "wormlike-chain", "fixed": {"chains": 1000000, "packingRatio": 30},
                     "space": {"grid": {"persistenceLength": [20, 30, 40]}}}""");
            Awaitility.await()
                    .until(() -> process.service().status(id).get("state").stringValue(), "RUNNING"::equals);

            assertThat(process.stop(GRACE)).isIn(0, TERMINATED);

            assertThat(process.log()).doesNotContain("ERROR");
        }
    }

    private static long done(JsonNode status) {
        return status.at("/progress/done").longValue();
    }
}
