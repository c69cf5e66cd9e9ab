package parsweep.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The network between a worker and the database is cut; its long form is {@link OutageHarness}. */
class NetworkCutTest {
    @Test
    void theShardsOfAWorkerThatIsCutOffRunElsewhereAndItChangesNothingWhenItIsBack() throws Exception {
        assumeTrue(Namespace.isPossible(), Namespace.MISSING);
        Path directory = Files.createTempDirectory(Path.of("target"), "network-");
        try (Crew crew = new Crew(ServiceProcess.classPath(), directory, Postgres.unsynced(directory));
                Namespace network = Namespace.create()) {
            ServiceProcess serving = crew.server();
            crew.worker(1);
            ServiceProcess remote = crew.remoteWorker(network, 2);
            crew.awaitReady();
            Service server = serving.service();
            Crew.awaitActive(server, 2);
            Proof proof = new Proof(crew, server);
            JsonNode wanted = server.run(Crew.sleeping(120, 0, ""));
            long id = server.start(Crew.sleeping(120, 100, ""));
            Crew.awaitBusy(server, remote);

            network.cut();
            List<Double> elsewhere = proof.secondsUntilElsewhere(remote);
            network.mend();

            assertThat(proof.compare("cut off", id, wanted))
                    .isEqualTo("cut off: lost 0, doubled 0, fingerprint the same");
            assertThat(elsewhere).isNotEmpty().allMatch(seconds -> seconds > 2); // the lease is 4 s
            Awaitility.await("the worker to be back")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> Crew.worker(server, remote).get("state").stringValue(), "ACTIVE"::equals);
        }
    }
}
