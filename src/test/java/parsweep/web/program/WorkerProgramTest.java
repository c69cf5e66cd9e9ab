package parsweep.web.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Processes that stay and speak JSON lines, over HTTP: in Java, which is always there, in the shell, Python and C. */
class WorkerProgramTest extends WithPrograms {
    private static final String MANIFEST = """
            name: worker
            protocol: worker
            parameters: {x: integer}
            outputs: {y: real}
            """;

    private static final String PYTHON = """
            import json, sys
            print("ready", flush=True)
            for line in sys.stdin:
                point = json.loads(line)
                print(json.dumps({"y": 10 * point["x"]}), flush=True)
            """;

    private static final String SHELL = """
            #!/bin/sh
            echo ready
            while read -r line; do
                x=${line##*\\"x\\":}
                echo "{\\"y\\": $((10 * ${x%\\}}))}"
            done
            """;

    private static final String C = """
            #include <stdio.h>
            #include <string.h>
            int main(void) {
                char line[4096];
                puts("ready");
                fflush(stdout);
                while (fgets(line, sizeof line, stdin)) {
                    long x;
                    sscanf(strstr(line, "\\"x\\":"), "\\"x\\":%ld", &x);
                    printf("{\\"y\\": %ld}\\n", 10 * x);
                    fflush(stdout);
                }
                return 0;
            }
            """;

    /** A worker in the shell that does something else at {@code x = 1}. */
    private static String shellThatDoes(String something) {
        return SHELL.replace("    echo", "    if [ ${x%\\}} = 1 ]; then " + something + "; fi\n    echo");
    }

    private static String java(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return "command: [%s, -Xshare:auto, -XX:TieredStopAtLevel=1, -cp, %s, %s, %s]\n"
                .formatted(
                        java,
                        Path.of("target", "test-classes").toAbsolutePath(),
                        StandInWorker.class.getName(),
                        String.join(", ", arguments));
    }

    private Program shell(String script) throws IOException {
        Program program =
                program("worker", MANIFEST + "command: [./worker.sh]\n").executable("worker.sh", script);
        program.refresh();
        return program;
    }

    static Stream<Arguments> languages() {
        return Stream.of(
                Arguments.of("Java", "java"),
                Arguments.of("the shell", "sh"),
                Arguments.of("Python", "python3"),
                Arguments.of("C", "gcc"));
    }

    @ParameterizedTest(name = "in {0}")
    @MethodSource("languages")
    void everyPointHasItsOwnAnswer(String language, String tool) throws Exception {
        requireTool(tool);
        switch (tool) {
            case "java" -> program("worker", MANIFEST + java("well"));
            case "sh" ->
                program("worker", MANIFEST + "command: [./worker.sh]\n").executable("worker.sh", SHELL);
            case "python3" ->
                program("worker", MANIFEST + "command: [python3, \"{model}/worker.py\"]\n")
                        .file("worker.py", PYTHON);
            default -> {
                Program program =
                        program("worker", MANIFEST + "command: [./worker]\n").file("worker.c", C);
                program.compile("worker");
            }
        }
        refresh();

        JsonNode status = sweep("worker", 3000);

        assertThat(status.at("/progress/failed").longValue()).isZero();
        assertThat(results(status)).containsExactlyElementsOf(tens(3000));
    }

    /** What was sent ahead is asked for again once, after each of the retries, and not for the rest of the shard. */
    @Test
    void aRetryLeavesTheWorkerInStep() throws IOException {
        String script = SHELL.replace("    echo", """
                    echo "$x" >> "$PARSWEEP_MODEL/.asked"
                    case $x in *500}) echo '{"error": "no"}'; continue;; esac
                    echo""".indent(4).stripTrailing());
        Program program = shell(script);

        JsonNode status = sweep("worker", 8000, ", \"maxRetries\": 1, \"retryDelay\": \"1ms\"");

        assertThat(status.at("/progress/failed").longValue()).isEqualTo(8);
        try (Stream<String> asked = Files.lines(program.directory().resolve(".asked"))) {
            assertThat(asked.count()).isLessThan(10_000);
        }
    }

    static Stream<Arguments> misdeeds() {
        return Stream.of(
                Arguments.of("exit", "killed", "exit code 7: cannot go on"),
                Arguments.of("garbage", "killed", "printed 'thinking...' (expected: a line with a JSON object"),
                Arguments.of("error", "error", "no convergence"),
                Arguments.of("other", "killed", "answered to index 3 (expected: 500)"),
                Arguments.of("otherError", "killed", "answered to index 3 (expected: 500)"),
                Arguments.of("wrong", "rejected", "output 'y': \\\"high\\\" (expected: a number)"),
                Arguments.of("incomplete", "rejected", "output 'y' was not set"),
                Arguments.of("endless", "killed", "a line of more than 1048576 bytes"),
                Arguments.of("hang", "timeout", "stopped after"));
    }

    /** Others have been sent ahead to the same process: they must come out as if it had been well. */
    @ParameterizedTest
    @MethodSource("misdeeds")
    void aWorkerThatMisbehavesAtAPointSpoilsThatPointOnly(String misdeed, String kind, String message)
            throws IOException {
        program("worker", MANIFEST + "limits: {output: 1MB}\n" + java(misdeed, "500"))
                .refresh();

        JsonNode status = sweep("worker", 1000, ", \"pointTimeout\": \"1s\", \"maxParallelism\": 1");

        assertThat(status.at("/progress/failed").longValue()).isEqualTo(1);
        assertThat(point(status, 500)).contains("\"status\":\"" + kind + "\"").contains(message);
        assertThat(rows(status).stream().filter(row -> row.contains("done"))).hasSize(999);
        assertThat(point(status, 501)).contains("\"y\":5010.0");
    }

    @Test
    void aPointThatIsAnsweredTwiceSpoilsNoOtherIfAnswersHaveTheIndex() throws IOException {
        program("worker", MANIFEST + java("again", "500")).refresh();

        JsonNode status = sweep("worker", 1000, ", \"maxParallelism\": 1");

        assertThat(status.at("/progress/failed").longValue()).isZero();
        assertThat(results(status)).containsExactlyElementsOf(tens(1000));
    }

    private static List<Double> tens(int n) {
        return IntStream.range(0, n).mapToObj(x -> 10.0 * x).toList();
    }

    /** Points are sent one by one, so that nothing is under way when there is a line too many. */
    @Test
    void aLineTooManyIsAFailureOfItsPoint() throws IOException {
        requireTool("sh");
        shell(SHELL.replace("    echo", """
                    sleep 0.05
                    if [ ${x%\\}} = 1 ]; then
                        printf '{"y": 10}\\n{"y": 11}\\n'
                        continue
                    fi
                    echo""".indent(4).stripTrailing()));

        JsonNode status = sweep("worker", 4, ", \"maxParallelism\": 1");

        assertThat(status.at("/progress/failed").longValue()).isEqualTo(1);
        assertThat(point(status, 1)).contains("\"status\":\"killed\"").contains("printed '{\\\"y\\\": 11}' unasked");
        assertThat(point(status, 2)).contains("\"y\":20.0");
        assertThat(point(status, 3)).contains("\"y\":30.0");
    }

    @Test
    void aLineTooManyDoesNotShiftTheNextSweep() throws IOException {
        requireTool("sh");
        Program program = shell(SHELL.replace("    echo", """
                    if [ ${x%\\}} = 1 ] && [ ! -e "$PARSWEEP_MODEL/.late" ]; then
                        echo '{"y": 10}'
                        sleep 0.2
                        echo '{"y": 11}'
                        touch "$PARSWEEP_MODEL/.late"
                        continue
                    fi
                    echo""".indent(4).stripTrailing()));
        sweep("worker", 2);
        await().until(() -> Files.exists(program.directory().resolve(".late")));

        JsonNode next = sweep("worker", 3000);

        assertThat(next.at("/progress/failed").longValue()).isZero();
        assertThat(results(next)).containsExactlyElementsOf(tens(3000));
    }

    @Test
    void aPointThatKillsItsWorkerIsTriedAgainByPolicy() throws IOException {
        program("worker", MANIFEST + java("exit", "500")).refresh();

        JsonNode status = sweep("worker", 600, ", \"maxRetries\": 1, \"retryDelay\": \"1ms\", \"maxParallelism\": 1");

        assertThat(point(status, 500)).contains("\"status\":\"killed\"").contains("\"attempts\":2");
        assertThat(status.at("/progress/failed").longValue()).isEqualTo(1);
    }

    /** The answers of those that were sent ahead come before that of the second attempt. */
    @Test
    void aSecondAttemptIsNotTakenForAPointThatWasSentAhead() throws IOException {
        program("worker", MANIFEST + java("error", "500")).refresh();

        JsonNode status = sweep("worker", 1000, ", \"maxRetries\": 1, \"retryDelay\": \"1ms\", \"maxParallelism\": 1");

        assertThat(point(status, 500)).contains("no convergence").contains("\"attempts\":2");
        assertThat(point(status, 501)).contains("\"y\":5010.0");
        assertThat(status.at("/progress/failed").longValue()).isEqualTo(1);
    }

    @Test
    void standardErrorMayBeFloodedAndTermIgnored() throws IOException {
        requireTool("sh");
        shell(shellThatDoes("trap '' TERM; yes >&2"));

        JsonNode status = sweep("worker", 3, ", \"pointTimeout\": \"1s\"");

        assertThat(point(status, 1)).contains("\"status\":\"timeout\"");
        assertThat(point(status, 2)).contains("\"y\":20.0");
        try (var files = Files.walk(scratch())) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length()))
                    .allMatch(bytes -> bytes < 1L << 30);
        }
    }

    @Test
    void aWorkerThatDoesNotBeginFailsTheSweepAndNotItsPoints() throws IOException {
        requireTool("sh");
        shell("#!/bin/sh\necho no licence >&2\nexit 2\n");
        assertThat(failure("worker")).contains("model 'worker' cannot be started: exit code 2: no licence");

        shell("#!/bin/sh\necho hello\n");
        assertThat(failure("worker")).contains("printed 'hello' (expected: the line ready)");
    }

    @Test
    void aWorkerThatIsNotReadyInTimeFailsTheSweep() throws IOException {
        requireTool("sh");
        program("worker", MANIFEST + "command: [./worker.sh]\nlimits: {start: 1s}\n")
                .executable("worker.sh", "#!/bin/sh\nsleep 7654321\n")
                .refresh();

        assertThat(failure("worker"))
                .contains("model 'worker' was not ready for its first point after 1 s (expected: sooner, ")
                .contains("limits.start");
        assertThat(processes("7654321")).isEmpty();
    }

    @Test
    void theTimeOfAPointDoesNotBeginBeforeItsWorkerIsReady() throws IOException {
        requireTool("sh");
        shell(SHELL.replace("echo ready", "sleep 1.2; echo ready"));

        JsonNode status = sweep("worker", 4, ", \"pointTimeout\": \"1s\"");

        assertThat(status.at("/progress/failed").longValue()).isZero();
        assertThat(status.at("/timing/pointSeconds").doubleValue()).isLessThan(10_000);
    }
}
