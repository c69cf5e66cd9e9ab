package parsweep.web.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parsweep.harness.Service;
import tools.jackson.databind.JsonNode;

/** What the threads do whose points are computed by programs. */
@Tag("alone")
class ProgramProfileTest extends WithPrograms {
    private static final String MANIFEST = """
            name: profiled
            protocol: %s
            parameters: {x: integer}
            outputs: {y: real}
            """;

    ProgramProfileTest() {
        super("sh", "sleep");
    }

    private JsonNode profileOf(String protocol, String manifest, String script) throws IOException {
        program("profiled", MANIFEST.formatted(protocol) + manifest)
                .executable("run.sh", "#!/bin/sh\n" + script)
                .refresh();
        return profile(0);
    }

    /** Looks when so many points have been stored: to start Python may take as long as the profile. */
    private JsonNode profile(int stored) {
        long id = service()
                .start("{\"model\": \"profiled\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 1000000]}}}}");
        await().until(() -> {
            JsonNode status = service().status(id);
            return status.get("state").stringValue().equals("RUNNING")
                    && status.at("/progress/done").intValue() >= stored;
        });
        HttpResponse<String> response = service().get("/api/v1/sweeps/%d/profile?seconds=2".formatted(id));
        service().post("/api/v1/sweeps/" + id + "/cancel", "application/json", "");
        service().await(id);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode programs = Service.json(response).get("programs");
        double sum = share(programs, "starting")
                + share(programs, "writing")
                + share(programs, "waiting")
                + share(programs, "parsing");
        assertThat(sum).as(response.body()).isCloseTo(1, within(1e-9));
        assertThat(programs.get("samples").intValue()).isGreaterThan(20);
        return programs;
    }

    private static double share(JsonNode programs, String phase) {
        return programs.get(phase).doubleValue();
    }

    @Test
    void aProcessPerPointIsWaitedFor() throws IOException {
        JsonNode programs = profileOf("process", "command: [./run.sh]\nresult: {format: lines}\n", """
                        sleep 0.2
                        echo y 1
                        """);

        // It sleeps for 200 ms; to begin and to end a point takes a hundredth of that, or a tenth if others want the
        // processors.
        assertThat(share(programs, "waiting")).isGreaterThan(0.6);
    }

    @Test
    void aProcessThatStaysIsWaitedFor() throws IOException {
        JsonNode programs = profileOf("worker", "command: [./run.sh]\n", """
                        echo ready
                        while read -r line; do
                            sleep 0.1
                            echo '{"y": 1}'
                        done
                        """);

        assertThat(share(programs, "waiting")).isGreaterThan(0.6);
    }

    @Test
    void aProcessThatIsNotReadyYetIsStarting() throws IOException {
        JsonNode programs = profileOf("worker", "command: [./run.sh]\n", "sleep 1000\n");

        assertThat(share(programs, "starting")).isEqualTo(1);
    }

    @Test
    void aFunctionOfPythonIsWaitedFor() throws IOException {
        requireTool("python3");
        program("profiled", MANIFEST.formatted("python") + "function: slow:run\n")
                .file("slow.py", """
                        import time
                        def run(x):
                            time.sleep(0.1)
                            return {"y": x}
                        """)
                .refresh();

        assertThat(share(profile(1), "waiting")).isGreaterThan(0.3);
    }
}
