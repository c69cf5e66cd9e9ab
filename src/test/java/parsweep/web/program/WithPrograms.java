package parsweep.web.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import parsweep.harness.Service;
import parsweep.model.process.Directories;
import parsweep.model.process.Tools;
import parsweep.web.WithH2;
import tools.jackson.databind.JsonNode;

/** A service, and programs that a test puts into its directory of models. */
abstract class WithPrograms extends WithH2 {
    private final List<String> tools;
    private final List<Path> programs = new ArrayList<>();

    /**
     * @param tools of the machine, without which all tests of the class are skipped
     */
    WithPrograms(String... tools) {
        this.tools = List.of(tools);
    }

    @BeforeEach
    void requireTools() {
        tools.forEach(this::requireTool);
    }

    /** Skips the test, loudly, if the machine has no such program. */
    void requireTool(String tool) {
        boolean isHere = Tools.find(tool).isPresent();
        if (!isHere) {
            System.err.printf(
                    "*** SKIPPED: %s, for want of %s ***%n", getClass().getSimpleName(), tool);
        }
        assumeTrue(isHere, () -> tool + " is not here");
    }

    @AfterEach
    void removePrograms() {
        programs.forEach(Directories::delete);
        if (!programs.isEmpty()) {
            refresh();
        }
    }

    /** The directory of a program that is being made. */
    final class Program {
        private final Path directory;

        private Program(Path directory) {
            this.directory = directory;
        }

        Path directory() {
            return directory;
        }

        Program file(String name, String content) throws IOException {
            Files.writeString(directory.resolve(name), content);
            return this;
        }

        Program executable(String name, String content) throws IOException {
            file(name, content);
            assertThat(directory.resolve(name).toFile().setExecutable(true)).isTrue();
            return this;
        }

        /** Compiles {@code name.c}. */
        void compile(String name) throws IOException, InterruptedException {
            Process gcc = new ProcessBuilder("gcc", "-O2", "-o", name, name + ".c", "-lm")
                    .directory(directory.toFile())
                    .inheritIO()
                    .start();
            assertThat(gcc.waitFor()).isZero();
        }

        /** Reads the directory; the program must be sound. */
        void refresh() {
            JsonNode models = WithPrograms.this.refresh();
            for (JsonNode model : models) {
                if (model.path("origin").asString("").equals(directory.toString())) {
                    throw new AssertionError(model.toString());
                }
            }
        }
    }

    Program program(String name, String manifest) throws IOException {
        Path directory = Files.createDirectories(models().resolve(name));
        programs.add(directory);
        return new Program(directory).file("model.yaml", manifest);
    }

    /** Where programs run. */
    Path scratch() {
        return models().resolveSibling("scratch");
    }

    /** Command lines of the machine's processes that contain a text. */
    static List<String> processes(String text) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(text))
                .toList();
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }

    JsonNode refresh() {
        HttpResponse<String> response = service().post("/api/v1/models/refresh", "application/json", "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Service.json(response);
    }

    /** The lines of the results, without their head. */
    List<String> rows(JsonNode status) {
        String csv = service().get(status.at("/links/csv").stringValue()).body();
        return csv.lines().skip(1).toList();
    }

    /** The last column of the results. */
    Stream<Double> results(JsonNode status) {
        return rows(status).stream().map(row -> Double.valueOf(row.substring(row.lastIndexOf(',') + 1)));
    }

    /** Runs a sweep over whole numbers {@code x = 0, 1, ..., n - 1}. */
    JsonNode sweep(String model, int n, String more) {
        return service()
                .run("{\"model\": \"%s\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, %d]}}}%s}"
                        .formatted(model, n, more));
    }

    JsonNode sweep(String model, int n) {
        return sweep(model, n, "");
    }

    /** Runs a sweep that cannot be completed; returns its message. */
    String failure(String model) {
        JsonNode status = service()
                .await(service().start("{\"model\": \"%s\", \"space\": {\"grid\": {\"x\": [0, 1]}}}".formatted(model)));
        assertThat(status.get("state").stringValue()).as(status.toString()).isEqualTo("FAILED");
        return status.get("message").stringValue();
    }

    String point(JsonNode status, long index) {
        return service()
                .get(status.at("/links/self").stringValue() + "/points/" + index)
                .body();
    }
}
