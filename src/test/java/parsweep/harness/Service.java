package parsweep.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its users see it: over HTTP. */
public final class Service {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    public Service(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** Without a slash at the end. */
    public String address() {
        return base;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE().build());
    }

    public HttpResponse<String> post(String path, String contentType, String body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    public HttpResponse<String> patch(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json))
                .build());
    }

    public HttpResponse<String> submit(String json) {
        return post("/api/v1/sweeps", "application/json", json);
    }

    /** Uploads a model: a WebAssembly module and its manifest. */
    public HttpResponse<String> upload(String manifest, byte[] module) {
        return uploadParts(Map.of("manifest", manifest.getBytes(StandardCharsets.UTF_8), "module", module));
    }

    /** Uploads parts of any names. */
    public HttpResponse<String> uploadParts(Map<String, byte[]> parts) {
        String boundary = "-----a-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        parts.forEach((name, content) -> {
            String head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                    .formatted(boundary, name, name);
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes("--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return send(request("/api/v1/models")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /** Deletes all uploaded models, which are those whose version is a digest of 128 bits. */
    public void deleteUploads() {
        for (JsonNode model : json(get("/api/v1/models"))) {
            if (model.path("version").asString("").matches("[0-9a-f]{32}")) {
                HttpResponse<String> response =
                        delete("/api/v1/models/" + model.get("name").stringValue());
                assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
            }
        }
    }

    public byte[] download(String path) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(base + path)).build();
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Downloads into a file. */
    public void download(String path, Path file) {
        try {
            HttpResponse<Path> response = client.send(request(path).build(), BodyHandlers.ofFile(file));
            assertThat(response.statusCode()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Submits a sweep that must be accepted. */
    public long start(String json) {
        HttpResponse<String> response = submit(json);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return json(response).get("id").longValue();
    }

    public JsonNode status(long id) {
        HttpResponse<String> response = get("/api/v1/sweeps/" + id);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    /** Waits until a sweep has ended, in any way. */
    public JsonNode await(long id) {
        return Awaitility.await("the end of sweep " + id)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> status(id), Service::hasEnded);
    }

    private static boolean hasEnded(JsonNode status) {
        return status.path("timing").has("finishedAt");
    }

    /** Submits a sweep and waits until it has completed. */
    public JsonNode run(String json) {
        return completed(await(start(json)));
    }

    /** The same without a look in between, which would take of the processors what the sweep could have. */
    JsonNode runUnwatched(String json) {
        long id = start(json);
        JsonNode status = status(id);
        while (!hasEnded(status)) {
            status = json(get("/api/v1/sweeps/" + id + "?wait=60s"));
        }
        return completed(status);
    }

    private static JsonNode completed(JsonNode status) {
        assertThat(status.get("state").stringValue()).as(status.toString()).isEqualTo("COMPLETED");
        return status;
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
