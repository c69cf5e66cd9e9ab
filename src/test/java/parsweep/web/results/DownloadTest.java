package parsweep.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.web.WithH2;

/** How results travel: compressed, in ranges, only if they are news, and in shape. */
class DownloadTest extends WithH2 {
    private static final String GRID = """
            {"model": {"formula": {"y": "100 * a + 10 * b + c"}}, "replicates": 3,
             "space": {"product": [{"grid": {"a": [1, 2]}}, {"zip": {"b": [1, 2, 3, 4], "c": [0, 0, 0, 0]}}]}}""";

    private final HttpClient client = HttpClient.newHttpClient();

    private String sweep(String definition) {
        return "/api/v1/sweeps/" + service().run(definition).get("id").longValue();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send(path, "GET", headers);
    }

    private HttpResponse<byte[]> send(String path, String method, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void aGridIsAnArrayWithAnAxisForEachOfItsAxesAndOneForReplicates() throws Exception {
        String results = sweep(GRID) + "/results.npy?output=%s&shape=grid";

        byte[] file = get(results.formatted("y")).body();

        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("'shape': (2, 4, 3)");
        DoubleBuffer y = ByteBuffer.wrap(file, 128, 24 * 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 4; b++) {
                for (int replicate = 0; replicate < 3; replicate++) {
                    assertThat(y.get()).isEqualTo(100 * (a + 1) + 10 * (b + 1));
                }
            }
        }
        assertThat(new String(get(results.formatted("status")).body(), StandardCharsets.ISO_8859_1))
                .contains("'<U4'", "'shape': (2, 4, 3)");
    }

    @Test
    void arraysOfAGridHaveTheirElementsLast() throws Exception {
        String sweep = sweep("""
                {"model": "linear-series", "fixed": {"n": 5}, "space": {"grid": {"param1": [1, 2], "param2": [1, 2, 3]}}}""");

        byte[] file = get(sweep + "/results.npy?shape=grid").body();

        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("'shape': (2, 3, 5)");
        assertThat(file).hasSize(128 + 2 * 3 * 5 * 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"npy?output=y&shape=cube", "npy?output=y&shape=grid&limit=3", "csv?shape=grid"})
    void whatCannotBeShapedIsRefused(String query) throws Exception {
        assertThat(get(sweep(GRID) + "/results." + query).statusCode()).isEqualTo(400);
    }

    @Test
    void replicatesThatWereAddedLaterAreNoAxis() throws Exception {
        String sweep = sweep(GRID);
        service().post(sweep + "/extend", "application/json", "{\"replicates\": 1}");
        service().await(Long.parseLong(sweep.substring(sweep.lastIndexOf('/') + 1)));

        HttpResponse<byte[]> response = get(sweep + "/results.npy?output=y&shape=grid");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("no replicates were added");
    }

    /** Every range of a small file is that part of it, whatever is selected. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "output=y",
                "output=x&from=2&to=30",
                "output=status",
                "output=y&status=done",
                "output=y&sort=-y&limit=7",
                "output=index&sample=9",
                "output=y&limit=11&status=done",
            })
    void aRangeIsThatPartOfTheFile(String query) throws Exception {
        String path = sweep("""
                {"model": {"formula": {"y": "x % 3 == 0 ? nan : -x"}}, "space": {"grid": {"x": {"arange": [0, 40]}}}}""") + "/results.npy?" + query;
        HttpResponse<byte[]> whole = get(path);
        byte[] file = whole.body();
        String tag = header(whole, "ETag");
        assertThat(header(whole, "Content-Length")).isEqualTo(String.valueOf(file.length));
        assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");

        for (int from = 0; from < file.length; from += 1 + file.length / 13) {
            for (int to : new int[] {from, Math.min(from + 20, file.length - 1), file.length - 1}) {
                HttpResponse<byte[]> part = get(path, "Range", "bytes=%d-%d".formatted(from, to), "If-Range", tag);

                assertThat(part.statusCode()).isEqualTo(206);
                assertThat(header(part, "Content-Range")).isEqualTo("bytes %d-%d/%d".formatted(from, to, file.length));
                assertThat(part.body()).isEqualTo(Arrays.copyOfRange(file, from, to + 1));
            }
        }
        assertThat(get(path, "Range", "bytes=-8").body())
                .isEqualTo(Arrays.copyOfRange(file, file.length - 8, file.length));
    }

    @Test
    void whatIsNoRangeOfTheFileIsTheWholeOrAnError() throws Exception {
        String path = sweep(GRID) + "/results.npy?output=y";
        byte[] file = get(path).body();

        HttpResponse<byte[]> beyond = get(path, "Range", "bytes=%d-".formatted(file.length));

        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */" + file.length);
        assertThat(get(path, "Range", "lines=1-2").body()).isEqualTo(file);
        assertThat(get(path, "Range", "bytes=0-1,4-5").body()).isEqualTo(file);
        assertThat(get(path, "Range", "bytes=0-1", "If-Range", "\"another\"").body())
                .isEqualTo(file);
    }

    @Test
    void theTagStandsForTheContent() throws Exception {
        String sweep = sweep("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, 2]}}}");
        String path = sweep + "/results.npy";
        String tag = header(get(path), "ETag");

        assertThat(tag).matches("\"[0-9a-f-]+\"");
        assertThat(header(get(path), "ETag")).isEqualTo(tag);
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(header(get(path + "?output=x"), "ETag")).isNotEqualTo(tag);
        service().post(sweep + "/extend", "application/json", "{\"space\": {\"points\": [{\"x\": 3}]}}");
        service().await(Long.parseLong(sweep.substring(sweep.lastIndexOf('/') + 1)));
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip, deflate, br', gzip",
        "'*;q=0.1, gzip;q=0.5', gzip",
        "'gzip;q=0', ''",
        "identity, ''",
        "'br', ''",
    })
    void resultsAreCompressedIfTheClientSaysSo(String accepted, String encoding) throws Exception {
        String sweep = sweep("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 3000]}}}}");
        for (String format : new String[] {"csv", "json", "ndjson", "npy", "npz", "arrows"}) {
            String path = sweep + "/results." + format;
            byte[] plain = get(path).body();

            HttpResponse<byte[]> response = get(path, "Accept-Encoding", accepted);

            assertThat(header(response, "Content-Encoding")).isEqualTo(encoding);
            assertThat(header(response, "Vary")).contains("Accept-Encoding");
            byte[] body = response.body();
            if (!encoding.isEmpty()) {
                assertThat(body).hasSizeLessThan(plain.length);
                body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
            }
            assertThat(body).isEqualTo(plain);
        }
    }

    @Test
    void compressedFilesAreNotCompressedAgain() throws Exception {
        HttpResponse<byte[]> response = get(sweep(GRID) + "/results.parquet", "Accept-Encoding", "gzip");

        assertThat(header(response, "Content-Encoding")).isEmpty();
        assertThat(new String(response.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "npy?output=y", "parquet"})
    void aHeadHasTheHeadersAndNoBody(String format) throws Exception {
        HttpResponse<byte[]> response = send(sweep(GRID) + "/results." + format, "HEAD");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(header(response, "X-Points-Complete")).isEqualTo("24/24");
        assertThat(header(response, "Content-Disposition")).startsWith("attachment; filename=\"sweep-");
    }
}
