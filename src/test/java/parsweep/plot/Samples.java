package parsweep.plot;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A picture of each kind, for tests and for people to look at. */
final class Samples {
    private static final LinePlot.Axes LINEAR = new LinePlot.Axes(false, false);

    private Samples() {}

    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("heatmap", heatmap());
        all.put("heatmap-log", logarithmicHeatmap());
        all.put("heatmap-names", heatmapOfNames());
        all.put("line", line());
        all.put("line-log", logarithmicLine());
        all.put("line-many", manyLines());
        all.put("scatter", scatter());
        all.put("histogram", histogram());
        all.put("tornado", tornado());
        all.put("correlations", correlations());
        return all;
    }

    private static String heatmap() {
        double[] edges = IntStream.rangeClosed(0, 14).mapToDouble(i -> i * 0.3).toArray();
        double[] values = new double[14 * 14];
        for (int i = 0; i < 14; i++) {
            for (int j = 0; j < 14; j++) {
                boolean missing = (i > 9 && j > 10) || (i == 5 && j == 5);
                values[i * 14 + j] = missing ? Double.NaN : Math.sin(edges[i]) * Math.cos(edges[j]) * 120;
            }
        }
        return new Heatmap(
                        new Quantity("packingRatio", "bp/nm"),
                        Cells.between(edges),
                        new Quantity("persistenceLength", "nm"),
                        Cells.between(edges),
                        new Quantity("meanSquareRg", "nm²"),
                        values,
                        new Heatmap.Style(ColourMap.VIRIDIS, false, true))
                .svg(new Picture("Radius of gyration", 480, 360));
    }

    private static String logarithmicHeatmap() {
        double[] k = IntStream.range(0, 9)
                .mapToDouble(i -> Math.pow(10, -3 + i * 0.5))
                .toArray();
        double[] n = {1, 2, 3, 4, 5};
        double[] values = new double[45];
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 5; j++) {
                values[i * 5 + j] = Math.pow(k[i], n[j] / 3);
            }
        }
        return new Heatmap(
                        new Quantity("rate", "1/s"),
                        Cells.around(k),
                        new Quantity("n", ""),
                        Cells.around(n),
                        new Quantity("yield", "mol"),
                        values,
                        new Heatmap.Style(ColourMap.CIVIDIS, true, true))
                .svg(new Picture("", 480, 360));
    }

    private static String heatmapOfNames() {
        return new Heatmap(
                        new Quantity("drag", ""),
                        Cells.of(List.of("none", "linear", "square")),
                        new Quantity("hot", ""),
                        Cells.of(List.of("false", "true")),
                        new Quantity("range", "m"),
                        new double[] {1, 2, 3, 4, 5, 6},
                        new Heatmap.Style(ColourMap.VIRIDIS, false, true))
                .svg(new Picture("A title with <angles> & \"quotes\"", 300, 240));
    }

    private static Series series(String name, double[] x, double scale) {
        double[] y = Arrays.stream(x)
                .map(v -> scale * Math.exp(-v / 3) * Math.cos(2 * v))
                .toArray();
        y[7] = Double.NaN;
        double[] low = Arrays.stream(y).map(v -> v - 0.15 * scale).toArray();
        double[] high = Arrays.stream(y).map(v -> v + 0.15 * scale).toArray();
        return new Series(name, x, y, low, high);
    }

    private static String line() {
        double[] x = IntStream.range(0, 25).mapToDouble(i -> i * 0.25).toArray();
        return new LinePlot(
                        new Quantity("t", "s"),
                        new Quantity("displacement", "mm"),
                        new Quantity("damping", "1/s"),
                        List.of(series("0.1", x, 1), series("0.2", x, 0.7), series("0.5", x, 0.4)),
                        LINEAR)
                .svg(new Picture("Damped oscillation", 480, 360));
    }

    private static String logarithmicLine() {
        double[] x =
                IntStream.range(0, 13).mapToDouble(i -> Math.pow(10, i / 3.0)).toArray();
        double[] y = Arrays.stream(x).map(v -> 3e7 / (v * v)).toArray();
        double[] none = new double[x.length];
        Arrays.fill(none, Double.NaN);
        return new LinePlot(
                        new Quantity("frequency", "Hz"),
                        new Quantity("power", "W"),
                        new Quantity("", ""),
                        List.of(new Series("", x, y, none, none)),
                        new LinePlot.Axes(true, true))
                .svg(new Picture("", 480, 360));
    }

    private static String manyLines() {
        double[] x = IntStream.range(0, 50).mapToDouble(i -> i * 0.2).toArray();
        double[] none = new double[x.length];
        Arrays.fill(none, Double.NaN);
        List<Series> many = IntStream.range(0, 12)
                .mapToObj(k -> new Series(
                        String.valueOf(k),
                        x,
                        Arrays.stream(x).map(v -> 1e6 * Math.sin(v + k * 0.2)).toArray(),
                        none,
                        none))
                .toList();
        return new LinePlot(new Quantity("x", ""), new Quantity("y", ""), new Quantity("k", ""), many, LINEAR)
                .svg(new Picture("Many", 600, 360));
    }

    private static String scatter() {
        double[] x = IntStream.range(0, 250).mapToDouble(i -> i * 0.618034 % 1).toArray();
        double[] y = IntStream.range(0, 250)
                .mapToDouble(i -> -1e-5 * (x[i] + 0.3 * (i * 0.414214 % 1)))
                .toArray();
        return new ScatterPlot(new Quantity("a", "nm"), new Quantity("energy", "eV"), x, y, LINEAR)
                .svg(new Picture("Energies", 480, 360));
    }

    private static String histogram() {
        double[] edges =
                IntStream.rangeClosed(0, 20).mapToDouble(i -> -2 + i * 0.2).toArray();
        long[] counts = IntStream.range(0, 20)
                .mapToLong(i -> Math.round(20000 * Math.exp(-Math.pow(edges[i] + 0.1, 2))))
                .toArray();
        return new Histogram(new Quantity("magnetisation", ""), edges, counts).svg(new Picture("", 480, 360));
    }

    private static Tornado.Row row(String name, double first, double total) {
        return new Tornado.Row(
                name,
                List.of(
                        new Tornado.Bar(first, first - 0.02, first + 0.02),
                        new Tornado.Bar(total, total - 0.03, total + 0.03)));
    }

    private static String tornado() {
        return new Tornado(
                        new Quantity("sensitivity index of y", ""),
                        List.of("S1", "ST"),
                        List.of(row("x1", 0.3139, 0.5576), row("x2", 0.4424, 0.4424), row("x3", 0, 0.2437)))
                .svg(new Picture("Ishigami function", 480, 300));
    }

    private static String correlations() {
        double[] values = {0.8, -0.55, 0.2, -0.1, 0.03, 0.4};
        List<Tornado.Row> rows = IntStream.range(0, values.length)
                .mapToObj(i -> new Tornado.Row(
                        "parameterNumber" + i, List.of(new Tornado.Bar(values[i], Double.NaN, Double.NaN))))
                .toList();
        return new Tornado(new Quantity("rank correlation with y", ""), List.of("Spearman"), rows)
                .svg(new Picture("", 480, 300));
    }
}
