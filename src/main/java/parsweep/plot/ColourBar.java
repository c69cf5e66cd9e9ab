package parsweep.plot;

import java.util.List;

/** What colours stand for, at the right of the field. */
final class ColourBar {
    private static final double GAP = 14;
    private static final double BAR = 14;

    private final ColourMap map;
    private final Scale scale;
    private final Quantity quantity;
    private final boolean anyMissing;

    /**
     * @param anyMissing whether some cells have no value, and are hatched
     */
    ColourBar(ColourMap map, Scale scale, Quantity quantity, boolean anyMissing) {
        this.map = map;
        this.scale = scale;
        this.quantity = quantity;
        this.anyMissing = anyMissing;
    }

    private List<Tick> ticks(double height) {
        return scale.ticks((int) Math.max(2, height / 40));
    }

    /** Pixels that it takes at the right of a field of that height. */
    double width(double height) {
        return GAP + BAR + 8 + labelWidth(height) + 28;
    }

    private double labelWidth(double height) {
        double widest = ticks(height).stream()
                .mapToDouble(tick -> Picture.widthOf(tick.label()))
                .max()
                .orElse(0);
        return Math.max(widest, anyMissing ? Picture.widthOf("none") : 0);
    }

    String colour(double value) {
        return map.at(scale.at(value));
    }

    void draw(Svg svg, Frame frame) {
        double left = frame.right() + GAP;
        double below = anyMissing ? 24 : 0;
        double top = frame.top();
        double height = frame.height() - below;
        svg.open("defs").open("linearGradient", "id", "colours", "x1", 0, "y1", 1, "x2", 0, "y2", 0);
        for (int i = 0; i < map.size(); i++) {
            double fraction = i / (map.size() - 1.0);
            svg.empty("stop", "offset", fraction, "stop-color", map.at(fraction));
        }
        svg.close("linearGradient").close("defs");
        bar(svg, left, top, height, "url(#colours)");
        for (Tick tick : ticks(frame.height())) {
            double at = top + (1 - tick.at()) * height;
            svg.empty("line", "x1", left + BAR, "y1", at, "x2", left + BAR + 4, "y2", at, "stroke", "#444");
            svg.text("text", tick.label(), "x", left + BAR + 7, "y", at + Picture.FONT * 0.35);
        }
        if (anyMissing) {
            bar(svg, left, top + height + 10, 14, Hatching.FILL);
            svg.text("text", "none", "x", left + BAR + 7, "y", top + height + 22);
        }
        double labelAt = left + BAR + 8 + labelWidth(frame.height()) + 16;
        frame.vertical(svg, Picture.fitted(quantity.label(), frame.height() + 20), labelAt);
    }

    private static void bar(Svg svg, double left, double top, double height, String fill) {
        svg.empty(
                "rect",
                "x",
                left,
                "y",
                top,
                "width",
                BAR,
                "height",
                height,
                "fill",
                fill,
                "stroke",
                "#444",
                "stroke-width",
                1);
    }
}
