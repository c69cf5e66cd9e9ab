package parsweep.web.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import parsweep.web.WithH2;

/** Pictures of sweeps. How they look is for {@code parsweep.plot.PlotTest}; here it is what is in them. */
class PlotsTest extends WithH2 {
    /** y is 10 a + b + c, and fails where a is 2 and b is 5. */
    private static final String GRID = """
            {"model": {"formula": {"y": "a == 2 and b == 5 ? nan : 10*a + b + c", "z": "-a"}},
             "space": {"grid": {"a": [2, 1], "b": [5, 6, 7], "c": [0, 1, 8]}}}""";

    private static final String UNITS = """
            {"model": "mmc-queue", "replicates": 3, "fixed": {"customers": 1000},
             "space": {"grid": {"servers": [1, 2], "arrivalRate": [0.2, 0.5, 0.8], "serviceRate": [1]}}}""";

    private long run(String definition) {
        return service().run(definition).get("id").longValue();
    }

    private HttpResponse<String> get(long id, String plot) {
        return service().get("/api/v1/sweeps/%d/plots/%s".formatted(id, plot));
    }

    private Document plot(long id, String plot) throws IOException, SAXException, ParserConfigurationException {
        HttpResponse<String> response = get(id, plot);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("image/svg+xml;charset=UTF-8");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(response.body())));
    }

    private static List<String> texts(Document svg) {
        NodeList nodes = svg.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static List<String> attributes(Document svg, String element, String attribute) {
        NodeList nodes = svg.getElementsByTagName(element);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            values.add(
                    nodes.item(i).getAttributes().getNamedItem(attribute) == null
                            ? ""
                            : nodes.item(i)
                                    .getAttributes()
                                    .getNamedItem(attribute)
                                    .getNodeValue());
        }
        return values;
    }

    @Test
    void aHeatmapHasACellForEveryCombinationAndHatchesWhatIsMissing() throws Exception {
        Document svg = plot(run(GRID), "heatmap.svg?x=a&y=b&output=y&title=A%20%26%20B");

        List<String> fills = attributes(svg, "path", "fill");
        assertThat(fills).hasSize(6).containsOnlyOnce("url(#none)");
        // 10 a + b + 3: the lowest and the highest of them
        assertThat(fills).containsOnlyOnce("#440154").containsOnlyOnce("#fde725");
        assertThat(texts(svg)).contains("a", "b", "y", "none", "A & B", "1", "2", "5", "6", "7");
    }

    @Test
    void aLineHasACurveForEachGroupWithABandOverReplicatesAndUnits() throws Exception {
        Document svg = plot(run(UNITS), "line.svg?x=arrivalRate&group=servers&output=meanWait");

        assertThat(svg.getElementsByTagName("polygon").getLength()).isEqualTo(2);
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(2);
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(2 * 3);
        assertThat(texts(svg)).contains("arrivalRate (1/s)", "meanWait (s)", "servers", "1", "2");
    }

    @ParameterizedTest
    @CsvSource({"ci, 2", "std, 2", "range, 2", "none, 0"})
    void theBandIsWhatWasAskedFor(String band, int bands) throws Exception {
        Document svg = plot(run(UNITS), "line.svg?x=arrivalRate&group=servers&output=meanWait&band=" + band);

        assertThat(svg.getElementsByTagName("polygon").getLength()).isEqualTo(bands);
    }

    @Test
    void aScatterPlotHasAMarkForEveryPointThatIsDone() throws Exception {
        Document svg = plot(run(GRID), "scatter.svg?x=a&y=y");

        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(15);
    }

    @Test
    void manyPointsAreShownByTheirDensity() throws Exception {
        long id = run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": {\"linspace\": [-3, 3, 20001]}}}}");

        Document svg = plot(id, "scatter.svg?x=x&y=y");

        assertThat(svg.getElementsByTagName("circle").getLength()).isZero();
        assertThat(svg.getElementsByTagName("path").getLength()).isBetween(100, 10_000);
        assertThat(texts(svg)).contains("points", "x", "y");
    }

    /** x is spread evenly over four decades, and y = x^2 over eight: a bin of x is a bin of y, if both have equal ratios. */
    @ParameterizedTest
    @CsvSource({
        "auto, auto, true, true",
        "log, log, true, true",
        "auto, linear, true, false",
        "linear, linear, false, false"
    })
    void theirDensityIsOnTheScalesThatWereAskedFor(
            String xScale, String yScale, boolean isLogarithmicX, boolean isLogarithmicY) throws Exception {
        long id = run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": {\"geomspace\": [0.01, 100, 20001]}}}}");

        Document svg = plot(id, "scatter.svg?x=x&y=y&xScale=%s&yScale=%s".formatted(xScale, yScale));

        assertThat(texts(svg).contains("0.1")).isEqualTo(isLogarithmicX);
        assertThat(texts(svg).contains("10⁻²")).isEqualTo(isLogarithmicY);
        int cells = svg.getElementsByTagName("path").getLength();
        assertThat(cells).isGreaterThanOrEqualTo(100);
        if (isLogarithmicX && isLogarithmicY) {
            assertThat(cells).isLessThan(300); // the diagonal, whose rounding may touch neighbours; and marks
        }
    }

    @Test
    void aLogarithmicDensityNeedsPositiveNumbers() {
        long id = run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": {\"linspace\": [-3, 3, 20001]}}}}");

        HttpResponse<String> response = get(id, "scatter.svg?x=x&y=y&xScale=log");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("xScale=log (expected: linear, since some numbers are not positive)");
    }

    @Test
    void aHistogramHasItsBins() throws Exception {
        Document svg = plot(run(GRID), "histogram.svg?output=z&bins=4&width=300&height=250");

        assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("300");
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(2 + 2); // sheet, frame, -1 and -2
    }

    @Test
    void aTornadoHasTheMostImportantParameterOnTop() throws Exception {
        long id = run("""
                {"model": {"formula": {"y": "a + 10 * b"}}, "space": {"sensitivity": {"method": "saltelli", "count": 64,
                 "parameters": {"a": {"uniform": [0, 1]}, "b": {"uniform": [0, 1]}}}}}""");

        Document svg = plot(id, "tornado.svg");

        List<String> texts = texts(svg);
        assertThat(texts).contains("sensitivity indices of y", "S1", "ST");
        assertThat(texts.indexOf("b")).isGreaterThan(texts.indexOf("a")); // marks are written from below
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(2 + 4 + 2); // sheet, frame; bars; legend
    }

    @Test
    void aTornadoOfAGridShowsCorrelations() throws Exception {
        assertThat(texts(plot(run(GRID), "tornado.svg?output=z"))).contains("rank correlation with z", "Spearman");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "heatmap.svg?x=a&y=a&output=y | 400 | y=a (expected: another parameter than x)",
                "heatmap.svg?x=a&y=q&output=y | 400 | dims=q (expected: replicate, or one of the parameters a, b, c)",
                "heatmap.svg?x=a | 400 | y",
                "heatmap.svg?x=a&y=b&output=q | 400 | output=q (expected: one of y, z)",
                "heatmap.svg?x=a&y=b&output=y&width=199 | 400 | width=199 (expected: a whole number from 200 to 4000)",
                "heatmap.svg?x=a&y=b&output=y&colours=jet | 400 | colours=jet (expected: one of viridis, cividis)",
                "heatmap.svg?x=a&y=b&output=z&colourScale=log | 400 | colourScale=log (expected: linear, since some values are not positive)",
                "heatmap.svg?x=a&y=b&output=y&where=a%3E5 | 409 | has no such points",
                "line.svg?x=a&group=a&output=y | 400 | group=a (expected: another parameter than x)",
                "line.svg?x=a&output=y&band=sd | 400 | band=sd (expected: one of ci, std, range, none)",
                "histogram.svg?output=y&bins=0 | 400 | bins=0 (expected: a whole number from 1 to 500)",
                "scatter.svg?x=a&y=z&yScale=log | 400 | yScale=log (expected: linear, since some numbers are not positive)",
                "pie.svg?x=a | 404 | pie.svg"
            })
    void whatCannotBeDrawnIsSaid(String plot, int status, String message) {
        HttpResponse<String> response = get(run(GRID), plot);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains(message);
    }

    @Test
    void aBrowserThatWantsAnImageIsToldWhatIsWrong() {
        HttpResponse<String> response = service()
                .send(service()
                        .request("/api/v1/sweeps/999999/plots/scatter.svg?x=a&y=b")
                        .header("Accept", "image/svg+xml")
                        .build());

        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void aTitleIsNeverMarkup() throws Exception {
        String title = URLEncoder.encode("<script>alert(1)</script>", StandardCharsets.UTF_8);

        Document svg = plot(run(GRID), "scatter.svg?x=a&y=y&title=" + title);

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(svg)).contains("<script>alert(1)</script>");
    }
}
