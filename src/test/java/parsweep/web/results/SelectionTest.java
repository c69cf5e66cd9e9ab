package parsweep.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.harness.Service;
import parsweep.web.WithH2;

/** What of a result is asked for: columns, rows, an order. */
class SelectionTest extends WithH2 {
    /** y is x, failing where x is a multiple of 7, from 0 to 19,999 and more than one block or batch. */
    private static final String FORMULA = """
            {"model": {"formula": {"y": "x % 7 == 0 ? nan : x", "z": "-(x % 100)"}},
             "space": {"grid": {"x": {"arange": [0, 20000]}}}}""";

    private static long sweep;

    @BeforeEach
    void runOnce() {
        if (sweep == 0 || service().get("/api/v1/sweeps/" + sweep).statusCode() == 404) {
            sweep = service().run(FORMULA).get("id").longValue();
        }
    }

    private String path(String query) {
        return "/api/v1/sweeps/" + sweep + "/results.csv?" + query;
    }

    private List<String> rows(String query) {
        HttpResponse<String> response = service().get(path(query));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().lines().skip(1).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void columnsComeInTheOrderInWhichTheyAreAskedFor() {
        List<String> lines = service()
                .get(path("columns=y,status,index&to=3"))
                .body()
                .lines()
                .toList();

        assertThat(lines).containsExactly("y,status,index", ",non-finite,0", "1.0,done,1", "2.0,done,2");
    }

    @Test
    void rangesAreHalfOpenAndCutAtTheEnd() {
        assertThat(rows("columns=index&from=4095&to=4098")).containsExactly("4095", "4096", "4097");
        assertThat(rows("columns=index&from=19999&to=1000000")).containsExactly("19999");
        assertThat(rows("from=20000")).isEmpty();
        assertThat(rows("from=3&to=3")).isEmpty();
    }

    @Test
    void rowsAreChosenByTheirStatus() {
        List<String> failed = rows("columns=index&status=failed");

        assertThat(failed).isEqualTo(indices(0, 20_000, 7));
        assertThat(rows("columns=index&status=non-finite,timeout")).isEqualTo(failed);
        assertThat(rows("columns=index&status=done")).hasSize(20_000 - failed.size());
        assertThat(rows("status=killed")).isEmpty();
    }

    @Test
    void aFormulaChoosesRows() {
        String where = encoded("x >= 9990 and y < 10005 and z > -50");

        assertThat(rows("columns=x&where=" + where)).containsExactly("10000.0", "10001.0", "10002.0", "10004.0");
    }

    /** As from curl, which encodes nothing; the client of Java would refuse to send this. */
    @Test
    void comparisonsNeedNoEncoding() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream()
                    .write(("GET " + path("columns=x&where=x<2^1") + " HTTP/1.0\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .endsWith("\r\n\r\nx\r\n0.0\r\n1.0\r\n");
        }
    }

    /** A missing y is NaN: neither greater nor not greater than anything. */
    @Test
    void whatIsMissingIsNotANumber() {
        assertThat(rows("columns=index&to=8&where=" + encoded("y >= 0")))
                .doesNotContain("0", "7")
                .hasSize(6);
        assertThat(rows("columns=index&to=8&where=" + encoded("y != y"))).containsExactly("0", "7");
        assertThat(rows("columns=index&to=8&where=y")).hasSize(6);
    }

    @Test
    void theGreatestComeFirstAndEqualsInTheirOrder() {
        assertThat(rows("columns=index,z&sort=z&limit=3"))
                .as("z is missing where y is")
                .containsExactly("99,-99.0", "199,-99.0", "299,-99.0");
        assertThat(rows("columns=index&sort=-y&limit=4")).containsExactly("19998", "19997", "19996", "19995");
        assertThat(rows("columns=index&sort=-y&limit=2&where=" + encoded("x < 15")))
                .containsExactly("13", "12");
        assertThat(rows("columns=index&sort=y&limit=3&to=2"))
                .as("missing ones last")
                .containsExactly("1", "0");
        assertThat(rows("sort=y&limit=0")).isEmpty();
    }

    @Test
    void aLimitAloneTakesTheFirstRows() {
        assertThat(rows("columns=index&limit=5000")).isEqualTo(indices(0, 5000, 1));
        assertThat(rows("columns=index&status=failed&limit=2")).containsExactly("0", "7");
    }

    /** By the definition: row i of n is taken when floor(i * N / n) steps. */
    @ParameterizedTest
    @CsvSource({"0, 20000, 100", "0, 20000, 1", "3, 19, 5", "100, 19777, 333", "10, 20, 10", "10, 20, 1000"})
    void aSampleIsEvenlySpaced(long from, long to, long sample) {
        long size = to - from;

        List<String> rows = rows("columns=index&from=%d&to=%d&sample=%d".formatted(from, to, sample));

        assertThat(rows)
                .isEqualTo(LongStream.range(0, size)
                        .filter(i -> i == 0 || i * sample / size > (i - 1) * sample / size)
                        .mapToObj(i -> Long.toString(from + i))
                        .toList())
                .hasSize((int) Math.min(size, sample));
    }

    @Test
    void selectionsAreCombined() {
        List<String> rows = rows("columns=index&sample=200&status=done&sort=-index&limit=3&to=10000");

        assertThat(rows).containsExactly("9950", "9900", "9850");
    }

    /** Points that a constraint excludes have no row unless one is asked for, or position is what counts. */
    @Test
    void excludedPointsAreLeftOutUnlessTheyAreAskedFor() {
        long id = service().run("""
                        {"model": "square", "space": {"grid": {"x": {"arange": [0, 10000]}}, "where": "x % 4 == 1"}}""").get("id").longValue();
        String results = "/api/v1/sweeps/" + id + "/results.";

        assertThat(service().get(results + "csv?columns=index&limit=3").body()).isEqualTo("index\r\n1\r\n5\r\n9\r\n");
        assertThat(service()
                        .get(results + "csv?columns=index&sample=5000&from=1&to=9")
                        .body())
                .isEqualTo("index\r\n1\r\n5\r\n");
        assertThat(service()
                        .get(results + "csv?columns=index,y&status=excluded,done&to=3")
                        .body())
                .isEqualTo("index,y\r\n0,\r\n1,1.0\r\n2,\r\n");
        assertThat(service().download(results + "npy?status=done")).hasSize(128 + 2500 * 8);
        assertThat(service().download(results + "npy?shape=grid")).hasSize(128 + 10_000 * 8);
    }

    @Test
    void everyFormatObeys() {
        String query = "?columns=index,y&status=done&sample=2000&sort=-y&limit=3";
        String results = "/api/v1/sweeps/" + sweep + "/results.";

        assertThat(service().get(results + "ndjson" + query).body()).isEqualTo("""
                {"index":19990,"y":19990.0}
                {"index":19980,"y":19980.0}
                {"index":19970,"y":19970.0}
                """);
        assertThat(service().get(results + "json" + query).body())
                .startsWith("[{\"index\":19990,")
                .endsWith("}]\n");
        byte[] npy = service().download(results + "npy" + query.replace("index,", ""));
        assertThat(new String(npy, StandardCharsets.ISO_8859_1)).contains("'shape': (3,)");
        assertThat(npy).hasSize(128 + 3 * 8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "columns=index,nope | nope | one of index, x,",
                "columns= | columns= | one of index",
                "columns=index,index | index,index | once",
                "status=okay | status=okay | any of done, failed",
                "where=x+%2B | where=x +: column 4 | expected: ",
                "where=u+%3E+1 | column 1: 'u' | one of index, x, replicate, seed, seconds, y, z",
                "where=status+%3E+1 | 'status' | one of",
                "from=-1 | from=-1 | a whole number from 0",
                "from=5&to=3 | to=3 | a whole number from 5",
                "to=1e3 | to=1e3 | a whole number",
                "sample=0 | sample=0 | a whole number from 1",
                "limit=many | limit=many | a whole number from 0",
                "sort=y | limit= | how many sorted rows",
                "sort=y&limit=10001 | limit=10001 | from 0 to 10000",
                "sort=status&limit=1 | sort=status | one of index",
                "output=y | output=y | columns=",
                "colums=x | colums=x | one of the parameters columns, status",
                "limit=1&limit=2 | limit=1 and 2 | one value",
            })
    void whatIsWrongIsNamedWithWhatWasExpected(String query, String value, String expected) {
        HttpResponse<String> response = service().get(path(query));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(Service.json(response).get("detail").stringValue()).contains(value, expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "ndjson", "npz"})
    void noRowsAreAnAnswerToo(String format) {
        assertThat(service().download("/api/v1/sweeps/" + sweep + "/results." + format + "?status=killed"))
                .isNotNull();
    }

    private static List<String> indices(int from, int to, int step) {
        return IntStream.iterate(from, i -> i < to, i -> i + step)
                .mapToObj(Integer::toString)
                .toList();
    }
}
