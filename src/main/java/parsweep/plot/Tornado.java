package parsweep.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What matters most, on top: a bar from zero for each parameter, or several of different kinds.
 *
 * @param value what the bars show
 * @param kinds what the bars of a parameter are, such as S1 and ST; at least 1
 * @param parameters in any order
 */
public record Tornado(Quantity value, List<String> kinds, List<Row> parameters) {
    /** More parameters than these are left out, the least important ones. */
    private static final int MAX_ROWS = 40;

    private static final double LEGEND = 18;

    public Tornado {
        kinds = List.copyOf(kinds);
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter.
     *
     * @param bars one of each kind
     */
    public record Row(String name, List<Bar> bars) {
        public Row {
            bars = List.copyOf(bars);
        }

        double importance() {
            return bars.stream()
                    .mapToDouble(bar -> Math.abs(bar.value()))
                    .filter(Double::isFinite)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * A bar; none is drawn if the value is not finite.
     *
     * @param low lower end of its confidence interval; not finite if there is none
     * @param high upper end
     */
    public record Bar(double value, double low, double high) {}

    /** The picture. */
    public String svg(Picture picture) {
        List<Row> rows = parameters.stream()
                .sorted(Comparator.comparingDouble(Row::importance).reversed())
                .limit(MAX_ROWS)
                .toList();
        List<String> upwards = new ArrayList<>();
        rows.forEach(row -> upwards.add(0, row.name()));
        Extent extent = new Extent();
        extent.add(0);
        rows.forEach(row -> row.bars().forEach(bar -> {
            extent.add(bar.value());
            extent.add(bar.low());
            extent.add(bar.high());
        }));
        Frame frame = new Frame(picture, extent.scale(false), new CategoryScale(upwards), legendWidth());
        Svg svg = picture.begin("%s of %d parameters".formatted(value.label(), rows.size()));
        frame.grid(svg, true, false);
        double rowHeight = frame.height() / Math.max(1, rows.size());
        double thickness = Math.min(18, rowHeight * 0.76 / kinds.size());
        for (int i = 0; i < rows.size(); i++) {
            double middle = frame.y(rows.size() - 1 - i);
            for (int kind = 0; kind < kinds.size(); kind++) {
                double top = middle + (kind - kinds.size() / 2.0) * thickness;
                bar(svg, frame, rows.get(i).bars().get(kind), kind, top, thickness);
            }
        }
        double zero = frame.x(0);
        svg.empty("line", "x1", zero, "y1", frame.top(), "x2", zero, "y2", frame.bottom(), "stroke", "#444");
        frame.axes(svg, value.label(), "");
        legend(svg, frame);
        return svg.close("svg").toString();
    }

    private static void bar(Svg svg, Frame frame, Bar bar, int kind, double top, double thickness) {
        if (!Double.isFinite(bar.value())) {
            return;
        }
        double from = frame.x(Math.min(0, bar.value()));
        double to = frame.x(Math.max(0, bar.value()));
        svg.empty(
                "rect",
                "x",
                from,
                "y",
                top,
                "width",
                to - from,
                "height",
                thickness,
                "fill",
                Palette.colour(kind),
                "fill-opacity",
                0.85);
        if (Double.isFinite(bar.low()) && Double.isFinite(bar.high())) {
            double y = top + thickness / 2;
            double cap = Math.min(4, thickness / 3);
            String path = "M%s %sH%sM%s %sV%sM%s %sV%s"
                    .formatted(
                            Svg.number(frame.x(bar.low())),
                            Svg.number(y),
                            Svg.number(frame.x(bar.high())),
                            Svg.number(frame.x(bar.low())),
                            Svg.number(y - cap),
                            Svg.number(y + cap),
                            Svg.number(frame.x(bar.high())),
                            Svg.number(y - cap),
                            Svg.number(y + cap));
            svg.empty("path", "d", path, "stroke", "#222", "stroke-width", 1.2, "fill", "none");
        }
    }

    /** At the right of the field, whose corners may all have bars. */
    private double legendWidth() {
        double widest = kinds.stream().mapToDouble(Picture::widthOf).max().orElse(0);
        return kinds.size() < 2 ? 18 : 12 + 18 + widest + 8;
    }

    private void legend(Svg svg, Frame frame) {
        if (kinds.size() < 2) {
            return;
        }
        double left = frame.right() + 12;
        for (int i = 0; i < kinds.size(); i++) {
            double y = frame.top() + Picture.FONT + i * LEGEND;
            svg.empty(
                    "rect",
                    "x",
                    left,
                    "y",
                    y - 10,
                    "width",
                    12,
                    "height",
                    12,
                    "fill",
                    Palette.colour(i),
                    "fill-opacity",
                    0.85);
            svg.text("text", kinds.get(i), "x", left + 18, "y", y);
        }
    }
}
