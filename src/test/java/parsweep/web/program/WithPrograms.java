package parsweep.web.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        for (String tool : tools) {
            boolean isHere = Tools.find(tool).isPresent();
            if (!isHere) {
                System.err.printf(
                        "*** SKIPPED: %s, for want of %s ***%n", getClass().getSimpleName(), tool);
            }
            assumeTrue(isHere, () -> tool + " is not here");
        }
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

    String point(JsonNode status, long index) {
        return service()
                .get(status.at("/links/self").stringValue() + "/points/" + index)
                .body();
    }
}
