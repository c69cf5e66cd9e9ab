package parsweep.web.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;
import parsweep.model.process.Directories;
import parsweep.web.WithH2;

/** Archives of a service whose models may be given away: the points are computed again by nothing but Python. */
@TestPropertySource(properties = "parsweep.export-code=true")
class ArchiveWithCodeTest extends WithH2 {
    @TempDir
    private Path directory;

    private Path archive(String definition) throws IOException {
        return Unpacked.archive(
                service(), directory, service().run(definition).get("id").longValue());
    }

    private void model(String name, String manifest) throws IOException {
        Path model = Files.createDirectories(models().resolve(name));
        Files.writeString(model.resolve("model.yaml"), manifest);
        Files.writeString(model.resolve("in.cfg"), "x: {x}\n");
        assertThat(service()
                        .post("/api/v1/models/refresh", "application/json", "")
                        .body())
                .doesNotContain("\"error\"");
    }

    private void remove(String name) {
        Directories.delete(models().resolve(name));
        service().post("/api/v1/models/refresh", "application/json", "");
    }

    /** The samples, one of each protocol. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lorenz        | {"grid": {"rho": [10, 20, 28]}}                                                  | 3003
                    collatz       | {"grid": {"n": {"arange": [1, 101]}}}                                            | 200
                    damped-spring | {"grid": {"stiffness": {"geomspace": [1e-5, 10, 7]}, "damping": [0, 0.1]}}       | 1428
                    """)
    void theSampleIsComputedAgain(String model, String space, int values) throws IOException, InterruptedException {
        Path folder = archive("{\"model\": \"%s\", \"space\": %s}".formatted(model, space));

        Unpacked.Output output = Unpacked.python(folder, "rerun.py");

        assertThat(output.text())
                .contains("%d of %d values equal bit for bit".formatted(values, values))
                .contains("\nOK");
        assertThat(output.exit()).isZero();
        assertThat(folder.resolve("code/model.yaml")).doesNotExist();
    }

    @Test
    void aTextForTheShellWithFilesAndATableIsComputedAgain() throws IOException, InterruptedException {
        model("ways", """
                name: ways
                protocol: process
                shell: true
                stdin: json
                env: {FACTOR: "{x}", API_TOKEN: hush}
                files:
                  sub/in.txt: "{x} {not} a placeholder"
                  in.cfg: {template: ./in.cfg}
                command: |
                  read -r point
                  echo 'y,said,many' > out.csv
                  echo "1e3,it,1" >> out.csv
                  echo "$((10 * FACTOR + {x})),\\"$(cat sub/in.txt) $(cat in.cfg) {word} "'{word}'" $(echo $point | tr -d '"'),\\",-inf" >> out.csv
                result: {file: out.csv}
                parameters: {x: integer, word: text}
                outputs: {y: real, said: text, many: {type: array, length: varying, finite: false}}
                """);
        Path folder = archive("""
                {"model": "ways", "space": {"grid": {"x": [1, 2], "word": ["a b", "$HOME", "it's"]}}}""");
        remove("ways");

        Unpacked.Output output = Unpacked.python(folder, "rerun.py");

        assertThat(output.text()).contains("24 of 24 values equal bit for bit").contains("\nOK");
        assertThat(Files.readString(folder.resolve("results.csv"))).contains("it's it's {index:5,seed:");
        assertThat(Files.readString(folder.resolve("model.py"))).doesNotContain("hush");
    }

    @Test
    void aProgramThatNowSaysSomethingElseIsSeen() throws IOException, InterruptedException {
        Path folder = archive("{\"model\": \"collatz\", \"space\": {\"grid\": {\"n\": [27, 28]}}}");
        Path script = folder.resolve("code/collatz.sh");
        Files.writeString(script, Files.readString(script).replace("steps + 1", "steps + 2"));

        Unpacked.Output output = Unpacked.python(folder, "rerun.py");

        assertThat(output.exit()).as(output.text()).isEqualTo(1);
        assertThat(output.text()).contains("DIFFERS: steps of point 0: ");
    }
}
