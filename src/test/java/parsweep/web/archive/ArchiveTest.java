package parsweep.web.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parsweep.web.WithH2;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The archive, unpacked and used as its README says. */
class ArchiveTest extends WithH2 {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String FORMULAS = """
            {"name": "damped", "model": {"formula": {"x": "exp(-lambda * t) * cos(2 * pi * t)", "energy": "x^2 / 2", "ratio": "1 / t"}},
             "space": {"grid": {"lambda": [0.1, 0.2], "t": {"linspace": [0, 5, 101]}}}, "seed": 9}
            """;

    @TempDir
    private Path directory;

    @Test
    void theScriptComputesTheSamePointsAgain() throws IOException, InterruptedException {
        Path folder = Unpacked.archive(
                service(), directory, service().run(FORMULAS).get("id").longValue());

        Unpacked.Output output = Unpacked.python(folder, "rerun.py");

        assertThat(output.text())
                .contains("200 points computed by Pool.map") // two have t = 0, where the ratio is not finite
                .contains("2 that were not done left out")
                .contains("of 600 values equal bit for bit")
                .contains("\nOK");
        assertThat(output.exit()).isZero();
    }

    @Test
    void theScriptSeesANumberThatWasChanged() throws IOException, InterruptedException {
        Path folder = Unpacked.archive(
                service(), directory, service().run(FORMULAS).get("id").longValue());
        String csv = Files.readString(folder.resolve("results.csv"));
        Files.writeString(folder.resolve("results.csv"), csv.replace(",0.2,5.0,", ",0.2,4.99,"));

        Unpacked.Output output = Unpacked.python(folder, "rerun.py");

        assertThat(output.exit()).as(output.text()).isEqualTo(1);
        assertThat(output.text()).contains("DIFFERS: x of point 201: ").contains("3 outputs differ");
    }

    @Test
    void whatIsInItFitsTogether() throws IOException {
        JsonNode status = service().run(FORMULAS);
        long id = status.get("id").longValue();
        Path folder = Unpacked.archive(service(), directory, id);

        JsonNode sweep = JSON.readTree(folder.resolve("sweep.json"));
        assertThat(sweep.get("fingerprint")).isEqualTo(status.get("fingerprint"));
        assertThat(sweep.get("seed").longValue()).isEqualTo(9);
        assertThat(sweep.get("points").longValue()).isEqualTo(202);
        assertThat(sweep.get("software").get("java").stringValue()).isEqualTo(System.getProperty("java.version"));
        assertThat(Files.readString(folder.resolve("results.csv")))
                .isEqualTo(
                        service().get("/api/v1/sweeps/" + id + "/results.csv").body());
        assertThat(folder.resolve("results.npz"))
                .hasBinaryContent(service().download("/api/v1/sweeps/" + id + "/results.npz"));
        JsonNode model = JSON.readTree(folder.resolve("model.json"));
        assertThat(model.get("parameters").propertyNames()).containsExactly("lambda", "t");
        assertThat(model.get("version")).isEqualTo(status.get("modelVersion"));
    }

    @Test
    void aFunctionOfPythonIsCalledWithItsOwnFiles() throws IOException, InterruptedException {
        Path folder = Unpacked.archive(
                service(), directory, service().run("""
                        {"model": "lorenz", "space": {"grid": {"rho": [10, 20, 28]}}, "fixed": {"steps": 100}}
                        """).get("id").longValue());

        Unpacked.Output without = Unpacked.python(folder, "rerun.py");
        Files.createDirectory(folder.resolve("code"));
        Files.copy(Path.of("http-examples/models/lorenz/lorenz.py"), folder.resolve("code/lorenz.py"));
        Unpacked.Output with = Unpacked.python(folder, "rerun.py");

        assertThat(without.exit()).isEqualTo(1);
        assertThat(without.text()).contains("lorenz.py is missing in").contains("the files of the model lorenz");
        assertThat(with.text()).contains("303 of 303 values equal bit for bit").contains("\nOK");
        assertThat(with.exit()).isZero();
    }

    @Test
    void howAProgramIsStartedIsNotGivenAway() throws IOException {
        long id = service()
                .run("{\"model\": \"collatz\", \"space\": {\"grid\": {\"n\": [27]}}}")
                .get("id")
                .longValue();

        Path folder = Unpacked.archive(service(), directory, id);

        assertThat(folder.resolve("code")).doesNotExist();
        assertThat(folder.resolve("model.py")).doesNotExist();
        assertThat(Files.readString(folder.resolve("README.txt")))
                .contains("Archives of a service with parsweep.export-code=true have one.");
    }

    @Test
    void theDefinitionMakesTheSameSweep() throws IOException {
        JsonNode status = service().run("""
                        {"model": "wormlike-chain", "seed": 3, "replicates": 2, "fixed": {"chains": 10},
                         "space": {"grid": {"packingRatio": [30], "persistenceLength": [50, 60]}}}
                        """);

        Path folder = Unpacked.archive(service(), directory, status.get("id").longValue());

        assertThat(folder.resolve("rerun.py")).doesNotExist();
        assertThat(Files.readString(folder.resolve("README.txt")))
                .contains("The model is part of the service")
                .contains(status.get("fingerprint").stringValue());
        JsonNode again = service().run(Files.readString(folder.resolve("definition.json")));
        assertThat(again.get("fingerprint")).isEqualTo(status.get("fingerprint"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(service().get("/api/v1/sweeps/999999/export.zip").statusCode())
                .isEqualTo(404);
    }
}
