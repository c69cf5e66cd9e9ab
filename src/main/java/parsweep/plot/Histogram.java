package parsweep.plot;

import java.util.Arrays;

/**
 * How often values lie between edges.
 *
 * @param edges strictly ascending, one more than counts
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Histogram(Quantity x, double[] edges, long[] counts) {
    /**
     * @throws IllegalArgumentException if edges and counts do not fit
     */
    public Histogram {
        if (counts.length < 1 || edges.length != counts.length + 1) {
            throw new IllegalArgumentException(
                    "%d edges of %d bins (expected: one more)".formatted(edges.length, counts.length));
        }
    }

    /** The picture. */
    public String svg(Picture picture) {
        long most = Arrays.stream(counts).max().orElse(0);
        Scale xScale = LinearScale.of(edges[0], edges[edges.length - 1]);
        Scale yScale = new LinearScale(0, most == 0 ? 1 : most * 1.05);
        Frame frame = new Frame(picture, xScale, yScale, 18);
        Svg svg = picture.begin("Histogram of %s, %d values"
                .formatted(x.label(), Arrays.stream(counts).sum()));
        frame.grid(svg, false, true);
        svg.open("g", "fill", Palette.colour(0), "stroke", "#fff", "stroke-width", counts.length > 60 ? 0 : 1);
        for (int i = 0; i < counts.length; i++) {
            double top = frame.y((double) counts[i]);
            if (counts[i] > 0) {
                svg.empty(
                        "rect",
                        "x",
                        frame.x(edges[i]),
                        "y",
                        top,
                        "width",
                        frame.x(edges[i + 1]) - frame.x(edges[i]),
                        "height",
                        frame.bottom() - top);
            }
        }
        svg.close("g");
        frame.axes(svg, x.label(), "points");
        return svg.close("svg").toString();
    }
}
