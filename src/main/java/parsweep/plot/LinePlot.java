package parsweep.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * Curves, with bands around them.
 *
 * @param group what tells the curves apart; its label heads the legend
 * @param series at least 1, at most {@link #MAX_SERIES}
 * @param axes which of them are logarithmic
 */
public record LinePlot(Quantity x, Quantity y, Quantity group, List<Series> series, Axes axes) {
    /** More curves than colours that are told apart have colours in order, from dark to light. */
    public static final int MAX_SERIES = 24;

    /** Curves of more points are drawn without a dot at each. */
    private static final int MAX_DOTS = 40;

    private static final double LEGEND_LINE = 18;

    /**
     * @throws IllegalArgumentException if there are no curves, or too many
     */
    public LinePlot {
        series = List.copyOf(series);
        if (series.isEmpty() || series.size() > MAX_SERIES) {
            throw new IllegalArgumentException("%d curves (expected: 1 to %d)".formatted(series.size(), MAX_SERIES));
        }
    }

    /** Which axes are logarithmic, if what they show is positive. */
    public record Axes(boolean logarithmicX, boolean logarithmicY) {}

    /** The picture. */
    public String svg(Picture picture) {
        Extent xExtent = new Extent();
        Extent yExtent = new Extent();
        for (Series one : series) {
            xExtent.add(one.x());
            yExtent.add(one.y());
            yExtent.add(one.low());
            yExtent.add(one.high());
        }
        Scale xScale = xExtent.scale(axes.logarithmicX());
        Frame frame = new Frame(picture, xScale, yExtent.scale(axes.logarithmicY()), legendWidth(picture));
        Svg svg = picture.begin("%s over %s".formatted(y.label(), x.label()));
        frame.grid(svg, true, true);
        svg.open("defs").open("clipPath", "id", "field");
        svg.empty(
                "rect",
                "x",
                frame.left(),
                "y",
                frame.top(),
                "width",
                frame.right() - frame.left(),
                "height",
                frame.height());
        svg.close("clipPath").close("defs");
        svg.open("g", "clip-path", "url(#field)");
        for (int i = 0; i < series.size(); i++) {
            band(svg, frame, series.get(i), colour(i));
        }
        for (int i = 0; i < series.size(); i++) {
            curve(svg, frame, series.get(i), i);
        }
        svg.close("g");
        frame.axes(svg, x.label(), y.label());
        legend(svg, frame);
        return svg.close("svg").toString();
    }

    private boolean isOrdered() {
        return series.size() > Palette.SIZE;
    }

    /** Of many curves, a colour in order, but none that is too light for a line. */
    private String colour(int i) {
        return isOrdered() ? ColourMap.VIRIDIS.at(0.9 * i / (series.size() - 1)) : Palette.colour(i);
    }

    private String dashes(int i) {
        return isOrdered() ? "none" : Palette.dashes(i);
    }

    private static void band(Svg svg, Frame frame, Series series, String colour) {
        for (int from = 0; from < series.x().length; from++) {
            int to = from;
            while (to < series.x().length && series.hasBand(to)) {
                to++;
            }
            if (to - from > 1) {
                List<String> corners = new ArrayList<>();
                for (int i = from; i < to; i++) {
                    corners.add(point(frame, series.x()[i], series.high()[i]));
                }
                for (int i = to - 1; i >= from; i--) {
                    corners.add(point(frame, series.x()[i], series.low()[i]));
                }
                svg.empty("polygon", "points", String.join(" ", corners), "fill", colour, "fill-opacity", 0.2);
            } else if (to - from == 1) {
                double at = frame.x(series.x()[from]);
                svg.empty(
                        "line",
                        "x1",
                        at,
                        "y1",
                        frame.y(series.low()[from]),
                        "x2",
                        at,
                        "y2",
                        frame.y(series.high()[from]),
                        "stroke",
                        colour,
                        "stroke-width",
                        4,
                        "stroke-opacity",
                        0.2);
            }
            from = Math.max(from, to);
        }
    }

    private void curve(Svg svg, Frame frame, Series series, int number) {
        StringBuilder path = new StringBuilder();
        boolean isDrawing = false;
        for (int i = 0; i < series.x().length; i++) {
            if (Double.isFinite(series.y()[i])) {
                path.append(isDrawing ? "L" : "M").append(point(frame, series.x()[i], series.y()[i]));
                isDrawing = true;
            } else {
                isDrawing = false;
            }
        }
        if (!path.isEmpty()) {
            svg.empty(
                    "path",
                    "d",
                    path,
                    "fill",
                    "none",
                    "stroke",
                    colour(number),
                    "stroke-width",
                    1.8,
                    "stroke-dasharray",
                    dashes(number),
                    "stroke-linejoin",
                    "round");
        }
        if (series.x().length <= MAX_DOTS) {
            dots(svg, frame, series, colour(number));
        }
    }

    private static void dots(Svg svg, Frame frame, Series series, String colour) {
        svg.open("g", "fill", colour);
        for (int i = 0; i < series.x().length; i++) {
            if (Double.isFinite(series.y()[i])) {
                svg.empty("circle", "cx", frame.x(series.x()[i]), "cy", frame.y(series.y()[i]), "r", 2.4);
            }
        }
        svg.close("g");
    }

    private static String point(Frame frame, double x, double y) {
        return new StringJoiner(",")
                .add(Svg.number(frame.x(x)))
                .add(Svg.number(frame.y(y)))
                .toString();
    }

    private boolean hasLegend() {
        return series.size() > 1 || !series.get(0).name().isEmpty();
    }

    private double legendWidth(Picture picture) {
        if (!hasLegend()) {
            return 18;
        }
        double widest = series.stream()
                .mapToDouble(one -> 30 + Picture.widthOf(one.name()))
                .max()
                .orElse(0);
        return 14 + Math.min(Math.max(widest, Picture.widthOf(group.label())), picture.width() * 0.35) + 6;
    }

    private void legend(Svg svg, Frame frame) {
        if (!hasLegend()) {
            return;
        }
        double left = frame.right() + 12;
        double line = Math.min(LEGEND_LINE, (frame.height() + 24) / (series.size() + 1));
        svg.text("text", group.label(), "x", left, "y", frame.top() + Picture.FONT * 0.8);
        for (int i = 0; i < series.size(); i++) {
            double at = frame.top() + Picture.FONT * 0.8 + line * (i + 1);
            svg.empty(
                    "line",
                    "x1",
                    left,
                    "y1",
                    at - 4,
                    "x2",
                    left + 24,
                    "y2",
                    at - 4,
                    "stroke",
                    colour(i),
                    "stroke-width",
                    1.8,
                    "stroke-dasharray",
                    dashes(i));
            svg.text("text", Picture.shortened(series.get(i).name(), 24), "x", left + 30, "y", at);
        }
    }

    /** Whether numbers along an axis are spread most evenly on a logarithmic scale. */
    public static boolean isLogarithmic(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(Double::isFinite)
                .sorted()
                .distinct()
                .toArray();
        return Scale.isLogarithmic(sorted);
    }
}
