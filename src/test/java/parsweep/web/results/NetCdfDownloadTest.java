package parsweep.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.web.WithH2;
import ucar.nc2.NetcdfFile;
import ucar.nc2.Variable;

/** Sweeps as NetCDF: what is a dimension, and what its coordinate. */
class NetCdfDownloadTest extends WithH2 {
    private static final String PRODUCT = """
            {"model": {"formula": {"y": "100 * a + 10 * b + c"}}, "replicates": 3,
             "space": {"product": [{"grid": {"a": [1, 2]}}, {"zip": {"b": [1, 2, 3, 4], "c": [0, 0, 0, 0]}}]}}""";

    private NetcdfFile open(String definition, String query) throws IOException {
        long id = service().run(definition).get("id").longValue();
        return NetcdfFile.openInMemory("x.nc", service().download("/api/v1/sweeps/" + id + "/results.nc" + query));
    }

    private static double[] reals(NetcdfFile file, String name) throws IOException {
        return (double[]) variable(file, name).read().get1DJavaArray(double.class);
    }

    /** Not by the file's own method, which needs the library's HTTP client. */
    private static Variable variable(NetcdfFile file, String name) {
        return file.getVariables().stream()
                .filter(variable -> variable.getShortName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGridHasItsAxesAndReplicatesAsDimensionsWithTheirCoordinates() throws IOException {
        try (NetcdfFile file = open(PRODUCT, "")) {
            Variable y = variable(file, "y");

            assertThat(y.getDimensionsString()).isEqualTo("a point replicate");
            assertThat(y.getShape()).containsExactly(2, 4, 3);
            assertThat(y.findAttribute("coordinates").getStringValue()).isEqualTo("b c");
            assertThat(variable(file, "a").getDimensionsString()).isEqualTo("a");
            assertThat(reals(file, "a")).containsExactly(1, 2);
            assertThat(variable(file, "b").getDimensionsString()).isEqualTo("point");
            assertThat(reals(file, "b")).containsExactly(1, 2, 3, 4);
            assertThat(reals(file, "replicate")).containsExactly(0, 1, 2);
            double[] values = reals(file, "y");
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).isEqualTo(100 * (1 + i / 12) + 10 * (1 + i / 3 % 4));
            }
        }
    }

    @Test
    void arrayOutputsHaveAFurtherDimensionAndColumnsTheirUnits() throws IOException {
        try (NetcdfFile file = open("""
                {"model": "linear-series", "fixed": {"n": 5}, "space": {"grid": {"param1": [1, 2], "param2": [1, 2, 3]}}}""", "")) {
            assertThat(file.getVariables().get(0).getShortName()).isEqualTo("param1");
            assertThat(variable(file, "series").getDimensionsString()).isEqualTo("param1 param2 series_length");
            assertThat(variable(file, "series").getShape()).containsExactly(2, 3, 5);
            assertThat(variable(file, "seconds").findAttribute("units").getStringValue())
                    .isEqualTo("s");
        }
    }

    /** A part of a grid is none; nor are points that are listed, or chosen by a design. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'grid': {'a': [1, 2], 'b': [1, 2]}} | ?from=1 | 3",
                "{'grid': {'a': [1, 2], 'b': [1, 2]}} | ?where=y>2 | 3",
                "{'grid': {'a': [1, 2], 'b': [1, 2]}} | ?status=failed | 0",
                "{'zip': {'a': [1, 2], 'b': [1, 2]}} | '' | 2",
                "{'points': [{'a': 1, 'b': 1}, {'a': 2, 'b': 3}]} | '' | 2",
                "{'sample': {'method': 'sobol', 'count': 4, 'parameters': {'a': {'uniform': [0, 1]}, 'b': {'uniform': [0, 1]}}}} | '' | 4",
            })
    void whatIsNoGridHasPoints(String space, String query, int points) throws IOException {
        String definition = "{\"model\": {\"formula\": {\"y\": \"a + b\"}}, \"space\": %s}";

        try (NetcdfFile file = open(
                definition.formatted(space).replace('\'', '"'), query.strip().replace(">", "%3E"))) {
            assertThat(file.getVariables())
                    .extracting(Variable::getShortName)
                    .containsExactly("index", "a", "b", "replicate", "seed", "status", "seconds", "y");
            assertThat(variable(file, "y").getDimensionsString()).isEqualTo("point");
            assertThat(variable(file, "y").getShape()).containsExactly(points);
        }
    }

    /** Also where a formula fails, or the space leaves points out. */
    @Test
    void whatIsNotThereIsNaN() throws IOException {
        try (NetcdfFile file = open("""
                {"model": {"formula": {"y": "1 / (a - 2)"}},
                 "space": {"grid": {"a": [1, 2, 3, 4]}, "where": "a != 4"}}""", "?columns=y,status")) {
            assertThat(reals(file, "y")).containsExactly(-1, Double.NaN, 1, Double.NaN);
            assertThat(reals(file, "a")).containsExactly(1, 2, 3, 4);
            assertThat(variable(file, "status").getDimensionsString()).isEqualTo("a status_length");
        }
    }

    /** A size is known, so a client that lost the connection asks for the rest. */
    @Test
    void aRangeIsThatPartOfTheFile() throws IOException, InterruptedException {
        long id = service().run(PRODUCT).get("id").longValue();
        String path = "/api/v1/sweeps/" + id + "/results.nc";
        byte[] file = service().download(path);

        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                                .header("Range", "bytes=101-999")
                                .build(),
                        BodyHandlers.ofByteArray());

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.headers().firstValue("Content-Range")).hasValue("bytes 101-999/" + file.length);
        assertThat(response.body()).isEqualTo(Arrays.copyOfRange(file, 101, 1000));
    }
}
