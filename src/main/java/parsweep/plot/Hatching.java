package parsweep.plot;

/** Diagonal lines, for cells without a value: no colour of a map, and no white that could be one. */
final class Hatching {
    static final String FILL = "url(#none)";

    private Hatching() {}

    static void define(Svg svg) {
        svg.open("defs")
                .open(
                        "pattern",
                        "id",
                        "none",
                        "width",
                        6,
                        "height",
                        6,
                        "patternUnits",
                        "userSpaceOnUse",
                        "patternTransform",
                        "rotate(45)")
                .empty("rect", "width", 6, "height", 6, "fill", "#fff")
                .empty("line", "x1", 0, "y1", 0, "x2", 0, "y2", 6, "stroke", "#999", "stroke-width", 2)
                .close("pattern")
                .close("defs");
    }
}
