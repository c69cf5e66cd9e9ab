package parsweep.web.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Programs within bubblewrap, over HTTP. */
class IsolationTest extends WithPrograms {
    IsolationTest() {
        super("bwrap");
    }

    @Test
    void aProgramSeesAllFilesAndWritesItsOwnOnly() throws IOException {
        program("walled", """
                        name: walled
                        protocol: process
                        command: [./run.sh, "{x}"]
                        isolation: bubblewrap
                        result: {file: out.txt}
                        parameters: {x: integer}
                        outputs: {home: text, network: text, processes: boolean}
                        """).executable("run.sh", """
                        #!/bin/sh
                        echo "home $(touch "$PARSWEEP_MODEL/here" && echo written || echo refused)" > out.txt
                        echo "network $(cat /proc/net/dev | tail -n +3 | cut -d: -f1 | tr -d ' \\n')" >> out.txt
                        echo "processes $([ $(ls -d /proc/[0-9]* | wc -l) -lt 10 ] && echo true || echo false)" >> out.txt
                        """).refresh();

        JsonNode status = sweep("walled", 2);

        assertThat(point(status, 1)).contains("\"home\":\"refused\",\"network\":\"lo\",\"processes\":true");
    }

    @Test
    void whatRunsWithinEndsAtItsTime() throws IOException {
        program("walled", """
                name: walled
                protocol: process
                shell: true
                command: |
                  (setsid sleep 3456781 &) ; sleep 3456782
                isolation: bubblewrap
                parameters: {x: integer}
                outputs: {y: real}
                """).refresh();

        JsonNode status = sweep("walled", 1, ", \"pointTimeout\": \"700ms\"");

        assertThat(point(status, 0)).contains("\"status\":\"timeout\"");
        await().until(() -> processes("345678").isEmpty());
    }

    @Test
    void aFunctionOfPythonRunsWithin() throws IOException {
        requireTool("python3");
        program("walled", """
                        name: walled
                        protocol: python
                        function: inside:run
                        isolation: bubblewrap
                        parameters: {x: integer}
                        outputs: {y: real}
                        """)
                .file("inside.py", "def run(x):\n    return 2 * x\n")
                .refresh();

        assertThat(results(sweep("walled", 3))).containsExactly(0.0, 2.0, 4.0);
    }
}
