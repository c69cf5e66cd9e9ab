package parsweep.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Pictures, as XML, and against those that were looked at. */
class PlotTest {
    private static final Path GOLDEN = Path.of("src/test/resources/parsweep/plot");

    static Stream<String> names() {
        return Samples.all().keySet().stream();
    }

    private static String sample(String name) {
        return Objects.requireNonNull(Samples.all().get(name), name);
    }

    private static Document parse(String svg) throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /**
     * Rewrite by {@code ./mvnw test -Dtest=PlotTest -DtestJvmOptions=-Dgolden=write}, and look at every one of them:
     * {@code rsvg-convert -z 2 line.svg > line.png}.
     */
    @ParameterizedTest
    @MethodSource("names")
    void looksAsItDidWhenItWasLookedAt(String name) throws IOException {
        String svg = sample(name);
        Path file = GOLDEN.resolve(name + ".svg");
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, svg);
        }

        assertThat(svg).isEqualTo(Files.readString(file));
    }

    @Test
    void powersInUnitsAreAboveTheLine() {
        assertThat(new Quantity("area", "nm^2").label()).isEqualTo("area (nm²)");
        assertThat(new Quantity("flux", "mol m^-2 s^(-1)").label()).isEqualTo("flux (mol m⁻² s⁻¹)");
        assertThat(new Quantity("rate", "a^b").label()).isEqualTo("rate (a^b)");
    }

    /** In what the legend leaves of a narrow picture, 50 alone would be the only round number from 30 to 90. */
    @Test
    void anAxisHasMoreThanOneMark() throws Exception {
        double[] x = {30, 45, 60, 75, 90};
        Series curve = new Series("persistence of 100 nm", x, x, x, x);

        String svg = new LinePlot(
                        new Quantity("packingRatio", "bp/nm"),
                        new Quantity("y", ""),
                        new Quantity("persistenceLength", "nm"),
                        List.of(curve, curve),
                        new LinePlot.Axes(false, false))
                .svg(new Picture("", 400, 360));

        assertThat(svg).contains(">40</text>").contains(">60</text>");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everythingIsOnTheSheet(String name) throws IOException, SAXException, ParserConfigurationException {
        Element svg = parse(sample(name)).getDocumentElement();
        double width = Double.parseDouble(svg.getAttribute("width"));
        double height = Double.parseDouble(svg.getAttribute("height"));

        NodeList texts = svg.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            double size = Picture.widthOf(text.getTextContent());
            boolean vertical = text.getAttribute("transform").startsWith("rotate(-90");
            Element group = (Element) text.getParentNode();
            String anchor = text.hasAttribute("text-anchor")
                    ? text.getAttribute("text-anchor")
                    : group.getAttribute("text-anchor");
            double before = anchor.equals("middle") ? size / 2 : anchor.equals("end") ? size : 0;
            double at = Double.parseDouble(text.getAttribute(vertical ? "y" : "x"));
            assertThat(at - before).as(text.getTextContent()).isGreaterThanOrEqualTo(-1);
            assertThat(at - before + size)
                    .as(text.getTextContent())
                    .isLessThanOrEqualTo((vertical ? height : width) + 1);
        }
        assertThat(texts.getLength()).isGreaterThan(6);
    }

    @Test
    void textIsTextWhateverIsInIt() throws IOException, SAXException, ParserConfigurationException {
        String title = "</text><script>alert(1)</script> & \"a\" 'b' \u0000 \ud83d\ude00";

        String svg = new Histogram(new Quantity(title, title), new double[] {0, 1, 2}, new long[] {1, 3})
                .svg(new Picture(title, 2000, 300));

        Document document = parse(svg);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(title.replace('\u0000', '\ufffd'));
    }

    @Test
    void nothingToDrawIsAnEmptyField() throws IOException, SAXException, ParserConfigurationException {
        Picture picture = new Picture("", 480, 360);
        Quantity q = new Quantity("q", "");
        Map<String, String> empty = Map.of(
                "heatmap",
                new Heatmap(
                                q,
                                Cells.around(new double[] {0}),
                                q,
                                Cells.around(new double[] {3}),
                                q,
                                new double[] {Double.NaN},
                                new Heatmap.Style(ColourMap.VIRIDIS, true, true))
                        .svg(picture),
                "scatter",
                new ScatterPlot(q, q, new double[0], new double[0], new LinePlot.Axes(true, true)).svg(picture),
                "histogram",
                new Histogram(q, new double[] {5, 5}, new long[] {0}).svg(picture),
                "tornado",
                new Tornado(q, List.of("S1"), List.of()).svg(picture));

        for (String svg : empty.values()) {
            assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
            assertThat(parse(svg).getDocumentElement().getTagName()).isEqualTo("svg");
        }
    }
}
