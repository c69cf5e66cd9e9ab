package parsweep.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * A database that an older version has written. Each file holds two completed sweeps: wormlike chains, 12 points, and
 * {@code linear-series}, 4 points of which half fail. A version that changes the tables adds a file of its predecessor,
 * made by its jar: submit both, stop it, {@code gzip -9} the {@code .mv.db}.
 */
class OldDatabaseTest {
    private final Path directory = Files.createTempDirectory(Path.of("target"), "old-");

    OldDatabaseTest() throws IOException {}

    @ParameterizedTest
    @CsvSource("0.1, fbd55e7d27aa725a49abd8ba8c2ce106, 9317f895bd2144f01d23dad142077395")
    void oldSweepsAreReadAndRunAgainToTheSameOutcomes(String version, String chains, String failing)
            throws IOException, InterruptedException {
        unpack("sweeps-" + version + ".mv.db.gz");
        try (ServiceProcess process = ServiceProcess.start(ServiceProcess.classPath(), directory)) {
            Service service = process.service();

            assertThat(fingerprint(service.status(1))).isEqualTo(chains);
            assertThat(fingerprint(service.status(2))).isEqualTo(failing);
            assertThat(service.get("/api/v1/sweeps/1/results.csv").body().lines())
                    .hasSize(1 + 12);
            assertThat(service.get("/api/v1/sweeps/2/results.ndjson").body().lines())
                    .filteredOn(line -> line.contains("\"status\":\"non-finite\""))
                    .hasSize(2);
            for (int id = 1; id <= 2; id++) {
                String definition =
                        service.get("/api/v1/sweeps/" + id + "/definition").body();
                assertThat(fingerprint(service.run(definition))).isEqualTo(fingerprint(service.status(id)));
            }
            process.stop(Duration.ofSeconds(30));
        }
    }

    private static String fingerprint(JsonNode status) {
        return status.get("fingerprint").stringValue();
    }

    private void unpack(String name) throws IOException {
        try (InputStream packed = OldDatabaseTest.class.getResourceAsStream("/parsweep/store/" + name)) {
            assertThat(packed).as(name).isNotNull();
            Files.copy(new GZIPInputStream(packed), directory.resolve("parsweep.mv.db"));
        }
    }
}
