package parsweep.web.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.harness.Service;
import tools.jackson.databind.JsonNode;

/** What becomes of the models when their directory changes. */
class ModelDirectoryTest extends WithPrograms {
    private static final String MANIFEST = """
            name: changing
            protocol: process
            shell: true
            command: |
              . {model}/code.sh; echo '{"y": '$y'}'
            parameters: {x: integer}
            outputs: {y: real}
            """;

    ModelDirectoryTest() {
        super("sh");
    }

    private JsonNode model(String name) {
        return Service.json(service().get("/api/v1/models/" + name));
    }

    @Test
    void theVersionIsADigestOfTheFilesAndComesAfterADeclaredOne() throws IOException {
        Program program = program("changing", MANIFEST).file("code.sh", "y=1");
        program.refresh();
        String first = model("changing").get("version").stringValue();
        program.file("code.sh", "y=2").file(".hidden", "does not count").refresh();
        String second = model("changing").get("version").stringValue();
        program.file("code.sh", "y=1").refresh();
        String again = model("changing").get("version").stringValue();
        program.file("model.yaml", MANIFEST + "version: 1.2\n").refresh();
        String declared = model("changing").get("version").stringValue();

        assertThat(first).matches("[0-9a-f]{12}").isEqualTo(again).isNotEqualTo(second);
        assertThat(declared).matches("1\\.2-[0-9a-f]{12}");
    }

    /** A changed program under an old version would be two programs in one result. */
    @Test
    void aSweepEndsWhenItsFilesChangeUnderItAndKeepsItsResults() throws IOException {
        Program program = program("changing", MANIFEST).file("code.sh", "y=1; sleep 0.1");
        program.refresh();
        long id = service().start("""
                {"model": "changing", "space": {"grid": {"x": {"arange": [0, 100000]}}}}""");
        await().until(() -> service().status(id).at("/progress/done").longValue() > 2);

        program.file("code.sh", "y=20; sleep 0.1");

        JsonNode status = service().await(id);
        assertThat(status.get("state").stringValue()).isEqualTo("FAILED");
        assertThat(status.get("message").stringValue())
                .contains("model 'changing' is no longer what its version ")
                .contains("because of the file code.sh");
        assertThat(rows(status)).isNotEmpty();
        refresh();
        assertThat(results(sweep("changing", 1))).containsExactly(20.0);
    }

    @Test
    void aModelThatIsRemovedIsGoneButNotItsResults() throws IOException {
        Program program = program("changing", MANIFEST).file("code.sh", "y=1");
        program.refresh();
        JsonNode status = sweep("changing", 2);

        removePrograms();

        assertThat(service().get("/api/v1/models/changing").statusCode()).isEqualTo(404);
        assertThat(results(status)).containsExactly(1.0, 1.0);
    }

    @Test
    void twoDirectoriesOfANameAreVersionsOfIt() throws IOException {
        program("changing-1", MANIFEST + "version: one\n").file("code.sh", "y=1");
        program("changing-2", MANIFEST + "version: two\n")
                .file("code.sh", "y=2")
                .refresh();

        assertThat(results(sweep("changing", 1))).containsExactly(2.0);
        assertThat(model("changing").get("version").stringValue()).startsWith("two-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: [x                                       | model.yaml, line
            name: broken                                   | outputs: nothing (expected: an object of outputs)
            {name: broken, name: b}                        | model.yaml, line 1
            {name: square, protocol: python, function: "a:b", outputs: {y: real}, parameters: {x: real}} | the name is that of a built-in model
            {protocol: ftp}                                | protocol: "ftp" (expected: process, worker or python)
            {}                                             | protocol: nothing (expected: process, worker or python)
            {protocol: process}                            | command: nothing (expected: a list of arguments
            {protocol: process, command: "echo {x}"}       | command: "echo {x}" (expected: a list of arguments, the program first; or a text and shell: true)
            {protocol: process, command: [echo, "{z}"]}    | command[1]: {z} (expected: one of the placeholders model, scratch, index, seed, x)
            {protocol: worker, command: [echo, "{x}"]}     | command[1]: {x} (expected: one of the placeholders model, scratch)
            {protocol: process, command: [no-such-program]} | command[0]: "no-such-program" (expected: a program in PATH
            {protocol: process, command: [./nothing]}      | command[0]: "./nothing" (expected: an executable file
            {protocol: process, command: [echo], stdn: json} | stdn: unknown field
            {protocol: process, command: [echo], files: {../x: ""}} | expected: a file within the scratch directory
            {protocol: process, command: [echo], files: {x: {template: y}}} | files.x.template: "y" (expected: a file that can be read
            {protocol: process, command: [echo], limits: {memory: much}} | limits.memory: "much" (expected: bytes, such as 512MB or 2GB)
            {protocol: process, command: [echo], limits: {output: 1TB}} | limits.output: "1TB" (expected: at most 64MB)
            {protocol: process, command: [echo], result: {format: xml}} | result.format: "xml" (expected: json, lines or csv)
            {protocol: process, command: [echo], isolation: chroot} | isolation: "chroot" (expected: none, bubblewrap or bubblewrap-if-present)
            {protocol: process, command: [echo], env: {A B: x}} | expected: a variable's name
            {protocol: python}                             | function: nothing (expected: a text
            {protocol: python, function: run}              | function: "run" (expected: module:function, such as simulate:run)
            """)
    void aBrokenModelIsListedWithItsFault(String manifest, String fault) throws IOException {
        boolean isComplete = !manifest.startsWith("{protocol") && !manifest.equals("{}");
        String text = isComplete
                ? manifest
                : "{name: broken, outputs: {y: real}, parameters: {x: real}"
                        + (manifest.equals("{}") ? "}" : ", " + manifest.substring(1));
        program("broken", text + "\n");

        JsonNode listed = refresh();

        assertThat(listed.valueStream().filter(model -> model.has("error")))
                .singleElement()
                .satisfies(model -> {
                    assertThat(model.get("error").stringValue()).contains(fault);
                });
    }

    @Test
    void aBrokenModelIsNamedWhenSomebodyWantsToSweepIt() throws IOException {
        program("directory", "{name: broken, outputs: {y: real}, protocol: smoke}\n");
        refresh();

        assertThat(service()
                        .submit("{\"model\": \"broken\", \"space\": {\"grid\": {\"x\": [1]}}}")
                        .body())
                .contains(
                        "model: 'broken' (expected: a model that can be used; this one: protocol: \\\"smoke\\\" (expected: process, worker or python)");
        assertThat(service().get("/api/v1/models/broken").body())
                .contains("smoke")
                .contains("/directory");
    }
}
