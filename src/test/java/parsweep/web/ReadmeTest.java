package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs commands that the README tells to paste. */
class ReadmeTest extends WithH2 {
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    private static List<String> commandsWith(String text) throws IOException {
        return COMMANDS.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .filter(block -> block.contains(text))
                .toList();
    }

    static List<String> untilTheEnd() throws IOException {
        return commandsWith("; do sleep");
    }

    /** What a shell prints, which must come to an end by itself. */
    private String run(String commands, String address) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        Process shell = new ProcessBuilder("bash", "-c", commands.replace("localhost:8080", address))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(shell.waitFor(60, TimeUnit.SECONDS)).as(commands).isTrue();
        } finally {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
        return Files.readString(output);
    }

    @Test
    void aSweepRunsToItsEndAndGivesThePointsThatAreAskedFor() throws IOException, InterruptedException {
        String sweep = commandsWith("chains.npz").get(0);
        String selection = commandsWith("--data-urlencode").get(0);

        String output = run(sweep + "echo; echo rows:\n" + selection, "127.0.0.1:" + port());

        assertThat(output).contains("\"state\":\"COMPLETED\"");
        assertThat(directory.resolve("chains.npz")).isNotEmptyFile();
        assertThat(output.substring(output.indexOf("rows:\n")).lines()).hasSize(1 + 1 + 2);
    }

    @ParameterizedTest
    @MethodSource("untilTheEnd")
    void whatIsRefusedEndsWithTheAnswer(String commands) throws IOException, InterruptedException {
        String output = run(commands.replace("\"model\": \"", "\"model\": \"no-"), "127.0.0.1:" + port());

        assertThat(output).contains("urn:parsweep:problem:invalid-definition", "no-");
        assertThat(directory).isDirectoryNotContaining("regex:.*\\.np[yz]");
    }

    @ParameterizedTest
    @MethodSource("untilTheEnd")
    void withoutAServiceTheCommandsEnd(String commands) throws IOException, InterruptedException {
        String output = run(commands, "127.0.0.1:1");

        assertThat(output).contains("Failed to connect");
        assertThat(directory).isDirectoryNotContaining("regex:.*\\.np[yz]");
    }
}
