package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parsweep.harness.Service;
import parsweep.model.process.Tools;

/** Runs what stands in http-examples, so that it cannot rot. */
class HttpExamplesTest extends WithH2 {
    private static final Path EXAMPLES = Path.of("http-examples");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .toList();
        }
    }

    /** A request of a file, and the status that it announces by a comment {@code # expect 200}. */
    private record Example(
            String title, int expected, String method, String path, Map<String, String> headers, String body) {
        /** The body; in one of several parts, lines end as HTTP wants it, and {@code < ./file} stands for a file's content. */
        byte[] content() throws IOException {
            if (!headers.getOrDefault("Content-Type", "").startsWith("multipart/")) {
                return body.getBytes(StandardCharsets.UTF_8);
            }
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (String line : body.lines().toList()) {
                content.writeBytes(
                        line.startsWith("< ")
                                ? Files.readAllBytes(EXAMPLES.resolve(line.substring("< ".length())))
                                : line.getBytes(StandardCharsets.UTF_8));
                content.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            }
            return content.toByteArray();
        }

        static List<Example> of(Path file) throws IOException {
            List<Example> examples = new ArrayList<>();
            for (String part : Files.readString(file).split("(?m)^### ", -1)) {
                if (part.startsWith("@") || part.startsWith("# ")) {
                    continue; // what comes before the first request: needs, variables
                }
                String[] headAndBody = part.split("\n\n", 2);
                List<String> head = headAndBody[0].lines().toList();
                assertThat(head.get(1)).as(part).matches("# expect \\d+");
                String[] request = head.get(2).split(" ", 2);
                Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
                for (String line : head.subList(3, head.size())) {
                    String[] header = line.split(": ", 2);
                    headers.put(header[0], header[1]);
                }
                examples.add(new Example(
                        head.get(0),
                        Integer.parseInt(head.get(1).substring("# expect ".length())),
                        request[0],
                        request[1].substring("{{host}}".length()),
                        headers,
                        headAndBody.length == 2 ? headAndBody[1] : ""));
            }
            return examples;
        }
    }

    /** Skips a file, loudly, that says {@code # needs python3} on a machine without it. */
    private static void requireNeeds(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("# needs ")) {
                String tool = line.substring("# needs ".length());
                boolean isHere = Tools.find(tool).isPresent();
                if (!isHere) {
                    System.err.printf("*** SKIPPED: %s, for want of %s ***%n", file, tool);
                }
                assumeTrue(isHere, () -> tool + " is not here");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRequestIsAnsweredAsAnnounced(Path file) throws IOException {
        requireNeeds(file);
        Service service = service();
        String id = "";
        List<Example> examples = Example.of(file);
        assertThat(examples).isNotEmpty();
        for (Example example : examples) {
            HttpRequest.Builder request = service.request(example.path().replace("{{id}}", id))
                    .method(example.method(), BodyPublishers.ofByteArray(example.content()));
            example.headers().forEach(request::header);

            HttpResponse<String> response = service.send(request.build());

            assertThat(response.statusCode())
                    .as("%s: %s", example.title(), response.body())
                    .isEqualTo(example.expected());
            if (response.statusCode() == 202) {
                id = String.valueOf(Service.json(response).get("id").longValue());
                if (!example.title().contains("takes a while")) {
                    assertThat(service.await(Long.parseLong(id)).get("state").stringValue())
                            .isEqualTo("COMPLETED");
                }
            }
        }
    }

    @Test
    void theWalkThroughDownloadsBothResults(@TempDir Path results) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder(
                        "bash", EXAMPLES.resolve("quickstart.sh").toString(), results.toString())
                .redirectErrorStream(true)
                .redirectOutput(results.resolve("output.txt").toFile());
        script.environment().put("PARSWEEP_URL", "http://127.0.0.1:" + port());
        script.environment().put("PARSWEEP_N", "1000");

        int exit = script.start().waitFor();

        assertThat(exit).as(Files.readString(results.resolve("output.txt"))).isZero();
        assertThat(Files.readAllLines(results.resolve("chains.csv"))).hasSize(1 + 2 * 3 + 2 * 4);
        File npy = results.resolve("series.npy").toFile();
        assertThat(npy).hasSize(128 + 100 * 1000 * 8);
    }
}
