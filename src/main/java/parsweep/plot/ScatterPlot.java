package parsweep.plot;

/**
 * A mark for every point; for more points than can be told apart, a {@link Heatmap} of their density shows more.
 *
 * @param across the horizontal position of each point
 * @param up the vertical position of each point
 * @param axes which of the axes are logarithmic
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record ScatterPlot(Quantity x, Quantity y, double[] across, double[] up, LinePlot.Axes axes) {
    /** Fewer points have larger marks. */
    private static final int FEW = 200;

    /**
     * @throws IllegalArgumentException if there are not as many positions across as up
     */
    public ScatterPlot {
        if (across.length != up.length) {
            throw new IllegalArgumentException(
                    "%d positions across, %d up (expected: as many)".formatted(across.length, up.length));
        }
    }

    /** The picture; points with a position that is not finite are left out. */
    public String svg(Picture picture) {
        Extent xExtent = new Extent();
        Extent yExtent = new Extent();
        xExtent.add(across);
        yExtent.add(up);
        Frame frame = new Frame(picture, xExtent.scale(axes.logarithmicX()), yExtent.scale(axes.logarithmicY()), 18);
        Svg svg = picture.begin("%s against %s, %d points".formatted(y.label(), x.label(), across.length));
        frame.grid(svg, true, true);
        svg.open("g", "fill", Palette.colour(0), "fill-opacity", across.length <= FEW ? 0.8 : 0.4);
        double radius = across.length <= FEW ? 2.8 : 1.8;
        for (int i = 0; i < across.length; i++) {
            if (Double.isFinite(across[i]) && Double.isFinite(up[i])) {
                svg.empty("circle", "cx", frame.x(across[i]), "cy", frame.y(up[i]), "r", radius);
            }
        }
        svg.close("g");
        frame.axes(svg, x.label(), y.label());
        return svg.close("svg").toString();
    }
}
