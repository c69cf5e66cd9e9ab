package parsweep.web.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A process for every point, over HTTP. The programs are shell scripts. */
class ProcessProgramTest extends WithPrograms {
    private static final String SHELL = """
            name: %s
            protocol: process
            shell: true
            parameters: {x: integer}
            outputs: {y: real}
            command: |
            """;

    ProcessProgramTest() {
        super("sh", "sleep");
    }

    /** A program {@code name} that is a text for the shell. */
    private void shell(String name, String script, String... fields) throws IOException {
        program(name, SHELL.formatted(name) + script.indent(2) + String.join("\n", fields))
                .refresh();
    }

    @Test
    void valuesGoByArgumentsVariablesFilesAndStandardInput() throws IOException {
        program("ways", """
                        name: ways
                        protocol: process
                        command: [./run.sh, "{x}", "--real={r}", "{flag}"]
                        stdin: json
                        env: {WORD: "<{word}>"}
                        files:
                          in.txt: "x is {x}, {not} a placeholder"
                          sub/in.cfg: {template: ./template.cfg}
                        result: {format: lines}
                        parameters: {x: integer, r: real, word: text, flag: boolean}
                        outputs: {said: text, n: integer, ok: boolean, many: array}
                        """)
                .executable("run.sh", """
                        #!/bin/sh
                        echo "said: $1 $2 $3 $WORD $(cat in.txt) $(cat sub/in.cfg) $(cat)"
                        echo "n = $1"
                        echo "ok true"
                        echo "many 1 2.5d0 -3"
                        echo "nobody asks for this line"
                        """)
                .file("template.cfg", "r={r};")
                .refresh();

        JsonNode status = service().run("""
                {"model": "ways", "space": {"points": [{"x": -7, "r": 0.1, "word": "a b", "flag": true}]}}""");

        assertThat(point(status, 0))
                .contains("-7 --real=0.1 true <a b> x is -7, {not} a placeholder r=0.1; {\\\"index\\\":0,\\\"seed\\\":")
                .contains("\\\"x\\\":-7,\\\"r\\\":0.1,\\\"word\\\":\\\"a b\\\",\\\"flag\\\":true}\",")
                .contains("\"n\":-7,\"ok\":true,\"many\":[1.0,2.5,-3.0]");
    }

    @Test
    void aProgramInCIsRunForEveryPoint() throws IOException, InterruptedException {
        requireTool("gcc");
        Program program = program("newton", """
                        name: newton
                        protocol: process
                        command: [./newton, "{x}"]
                        parameters: {x: integer}
                        outputs: {root: real, steps: integer}
                        """).file("newton.c", """
                        #include <math.h>
                        #include <stdio.h>
                        #include <stdlib.h>
                        int main(int argc, char **argv) {
                            double x = atof(argv[1]), y = x + 1;
                            int steps = 0;
                            for (; fabs(y * y - x) > 1e-15 * x; steps++) y = (y + x / y) / 2;
                            printf("{\\"steps\\": %d, \\"root\\": %.17g}\\n", steps, y);
                            return x < 0;
                        }
                        """);
        program.compile("newton");
        program.refresh();

        JsonNode status = service().run("""
                {"model": "newton", "space": {"grid": {"x": [4, 9, 16, 25]}}}""");

        assertThat(status.at("/progress/failed").longValue()).isZero();
        assertThat(rows(status))
                .extracting(row -> Math.round(Double.parseDouble(fromTheEnd(row, 2))))
                .containsExactly(2L, 3L, 4L, 5L);
    }

    private static String fromTheEnd(String row, int position) {
        String[] cells = row.split(",", -1);
        return cells[cells.length - position];
    }

    @Test
    void aValueIsNeverReadAsShell() throws IOException {
        String word = "'; touch /tmp/x; \\\"$(echo ha)\\\" `echo ha` * {word} \\n";
        program("argument", """
                        name: argument
                        protocol: process
                        command: [./run.sh, "{word}"]
                        result: {file: out.txt}
                        parameters: {word: text}
                        outputs: {y: text}
                        """).executable("run.sh", "#!/bin/sh\nprintf 'y %s' \"$1\" > out.txt\n");
        program("shell", """
                        name: shell
                        protocol: process
                        shell: true
                        command: printf 'y %s' "{word}" > out.txt
                        result: {file: out.txt}
                        parameters: {word: text}
                        outputs: {y: text}
                        """);
        program("quoted-shell", """
                        name: quoted-shell
                        protocol: process
                        shell: true
                        command: |
                          # don't be misled
                          printf 'y {word}%s' "" | sed "s/\\\\x/x/" > out.txt
                        result: {file: out.txt}
                        parameters: {word: text}
                        outputs: {y: text}
                        """).refresh();

        for (String model : List.of("argument", "shell", "quoted-shell")) {
            JsonNode status = service()
                    .run("{\"model\": \"%s\", \"space\": {\"points\": [{\"word\": \"%s\"}]}}".formatted(model, word));

            assertThat(point(status, 0))
                    .as(model)
                    .contains("\"y\":\"'; touch /tmp/x; \\\"$(echo ha)\\\" `echo ha` * {word}");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {format: json}               | echo progress; echo '{"y": 2.5, "more": [1]}'     | 2.5
            {format: json}               | printf '{"y":\\n 2.5}\\n\\n'                      | 2.5
            {format: lines}              | echo y 1; echo y=2.5                              | 2.5
            {file: r.json}               | echo '{"y": "2.5"}' > r.json                      | 2.5
            {file: r.csv}                | printf 't,y\\n0,1\\n1,2.5\\n' > r.csv             | 2.5
            {file: r.dat, format: lines} | echo ' y :  2.5d0 ' > r.dat; echo noise           | 2.5
            """)
    void outputsComeBackInEveryFormat(String result, String script, double y) throws IOException {
        shell("formats", script, "result: " + result);

        assertThat(results(sweep("formats", 1))).containsExactly(y);
    }

    @Test
    void aColumnIsAnArray() throws IOException {
        program("table", """
                name: table
                protocol: process
                shell: true
                command: printf 't,y\\n0,1\\n0.5,{x}\\n' > out.csv
                result: {file: out.csv}
                parameters: {x: integer}
                outputs: {t: array, y: real}
                """).refresh();

        assertThat(point(sweep("table", 3), 2)).contains("\"t\":[0.0,0.5]").contains("\"y\":2.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            echo 'no such table' >&2; exit 3   | error    | exit code 3: no such table
            kill -SEGV $$                      | killed   | killed by SIGSEGV
            echo hello                         | rejected | printed 'hello' (expected: a JSON object of outputs)
            :                                  | rejected | printed nothing
            echo '{"z": 1}'                    | rejected | output 'y' was not set
            echo '{"y": "high"}'               | rejected | output 'y': \\"high\\" (expected: a number)
            echo '{"y": 1, "y": 2}'            | rejected | (expected: a JSON object of outputs)
            echo '{"error": "no convergence"}' | error    | no convergence
            echo '{"y": NaN}'                  | non-finite | output 'y' is not finite
            yes                                | rejected | bytes (expected: at most 1048576; see limits.output)
            """)
    void whatAProgramDoesWrongIsOneBadRow(String script, String kind, String message) throws IOException {
        String healthy = "echo '{\"y\": {x}}'";
        shell("faulty", "if [ {x} = 1 ]; then\n" + script + "\nelse\n" + healthy + "\nfi", "limits: {output: 1MB}");

        JsonNode status = sweep("faulty", 3);

        assertThat(status.at("/progress/failed").longValue()).isEqualTo(1);
        assertThat(point(status, 1)).contains("\"status\":\"" + kind + "\"").contains(message);
        assertThat(point(status, 2)).contains("\"y\":2.0");
    }

    @Test
    void theFilesOfFailedPointsAreKeptAndNoOthers() throws IOException {
        shell("messy", "echo {x} > left-behind; [ {x} = 0 ] && echo '{\"y\": 1}'", "keep: 2");

        JsonNode status = sweep("messy", 5);

        List<Path> kept;
        try (var files = Files.list(scratch().resolve("failed").resolve("messy"))) {
            kept = files.sorted().toList();
        }
        assertThat(kept).hasSize(2);
        assertThat(kept.get(0).resolve("left-behind")).exists();
        assertThat(point(status, 4)).contains("(its files, until 2 more points fail: ");
        try (var files = Files.walk(scratch())) {
            assertThat(files.filter(file -> file.endsWith("left-behind"))).hasSize(2);
        }
    }

    @Test
    void whatAPointLeavesBehindPrintsIntoNoOther() throws IOException {
        shell("untidy", "(sleep 0.05; echo '{\"y\": -1}') & echo '{\"y\": {x}}'");

        JsonNode status = sweep("untidy", 40);

        assertThat(status.at("/progress/failed").longValue()).isZero();
        assertThat(results(status))
                .containsExactlyElementsOf(
                        IntStream.range(0, 40).mapToObj(x -> (double) x).toList());
    }

    @Test
    void whatPointsLeaveInTheBackgroundEndsWithTheSweep() throws IOException {
        shell("untidy", "sleep 3456789 & (setsid sleep 3456788 &) ; echo '{\"y\": {x}}'");

        JsonNode status = sweep("untidy", 20);

        assertThat(status.at("/progress/failed").longValue()).isZero();
        assertThat(processes("34567")).isEmpty();
        assertThat(results(sweep("untidy", 3))).containsExactly(0.0, 1.0, 2.0);
    }

    @Test
    void aPointThatKillsAllThatItFindsHarmsNoOther() throws IOException {
        shell("violent", "[ {x} = 3 ] && kill -KILL 0; echo '{\"y\": {x}}'");

        JsonNode status = sweep("violent", 8);

        assertThat(status.at("/progress/failed").longValue()).isOne();
        assertThat(point(status, 3)).contains("\"status\":\"killed\"").contains("killed by SIGKILL");
    }

    @Test
    void aPointThatIsKilledIsTriedAgainByPolicy() throws IOException {
        shell("moody", "[ -e {model}/.second ] || { touch {model}/.second; kill -KILL $$; }; echo '{\"y\": 1}'");

        JsonNode status = sweep("moody", 1, ", \"maxRetries\": 1, \"retryDelay\": \"1ms\"");

        assertThat(status.at("/progress/failed").longValue()).isZero();
    }

    @Test
    void aPointWhoseTimeIsUpLeavesNoProcessBehind() throws IOException {
        shell("forking", """
                trap '' TERM INT HUP
                [ {x} = 0 ] && echo '{"y": 1}' && exit
                setsid sh -c 'trap "" TERM; sleep 1234567' >/dev/null 2>&1 &
                (sleep 1234568 &) >/dev/null
                sleep 1234569
                """);

        JsonNode status = sweep("forking", 3, ", \"pointTimeout\": \"700ms\"");

        assertThat(status.at("/progress/failed").longValue()).isEqualTo(2);
        assertThat(point(status, 2)).contains("\"status\":\"timeout\"");
        assertThat(processes("12345")).isEmpty();
    }

    @Test
    void cancellingEndsTheProcess() throws IOException {
        shell("endless", "sleep 2345671");
        long id = service().start("{\"model\": \"endless\", \"space\": {\"grid\": {\"x\": [1, 2]}}}");
        await().until(() -> processes("2345671").size() >= 2);

        service().post("/api/v1/sweeps/" + id + "/cancel", "application/json", "");

        await().until(() -> processes("2345671").isEmpty());
    }

    @Test
    void memoryAndProcessorTimeAreLimited() throws IOException {
        shell(
                "greedy",
                "if [ {x} = 0 ]; then ulimit -v; else while :; do :; done; fi | sed 's/^/y /'",
                "result: {format: lines}",
                "limits: {memory: 512MB, cpu: 1s}");

        JsonNode status = sweep("greedy", 2);

        assertThat(point(status, 0)).contains("\"y\":524288.0");
        assertThat(point(status, 1)).doesNotContain("\"status\":\"done\"");
    }

    @Test
    void librariesUseAThreadAPoint() throws IOException {
        shell("threads", "echo y $OMP_NUM_THREADS", "result: {format: lines}");
        assertThat(results(sweep("threads", 1))).containsExactly(1.0);

        shell("more", "echo y $OMP_NUM_THREADS", "result: {format: lines}", "env: {OMP_NUM_THREADS: 4}");
        assertThat(results(sweep("more", 1))).containsExactly(4.0);
    }
}
