package parsweep.plot;

import java.util.Arrays;
import java.util.Locale;

/**
 * Numbers over two axes, as colours; what is not finite has no value and is hatched, or left white.
 */
public final class Heatmap {
    private final Quantity x;
    private final Quantity y;
    private final Quantity z;
    private final Cells across;
    private final Cells up;
    private final double[] values;
    private final Style style;

    /**
     * How it looks.
     *
     * @param logarithmic whether equal ratios of values are equal steps of colour; the values must be positive then
     * @param hatched whether cells without a value are hatched; white otherwise
     */
    public record Style(ColourMap map, boolean logarithmic, boolean hatched) {}

    /**
     * @param values of cell {@code (i, j)}, {@code i} across and {@code j} up, at {@code i * up.count() + j}
     */
    public Heatmap(Quantity x, Cells across, Quantity y, Cells up, Quantity z, double[] values, Style style) {
        if (values.length != across.count() * up.count()) {
            throw new IllegalArgumentException(
                    "%d values (expected: %d x %d)".formatted(values.length, across.count(), up.count()));
        }
        this.x = x;
        this.y = y;
        this.z = z;
        this.across = across;
        this.up = up;
        this.values = values;
        this.style = style;
    }

    /** The picture. */
    public String svg(Picture picture) {
        boolean anyMissing = style.hatched() && Arrays.stream(values).anyMatch(value -> !Double.isFinite(value));
        ColourBar bar = new ColourBar(style.map(), colours(), z, anyMissing);
        Frame frame = new Frame(picture, across.scale(), up.scale(), bar.width(Frame.height(picture)));
        Svg svg = picture.begin("Heat map of %s over %s and %s".formatted(z.label(), x.label(), y.label()));
        Hatching.define(svg);
        cells(svg, frame, bar);
        frame.axes(svg, x.label(), y.label());
        bar.draw(svg, frame);
        return svg.close("svg").toString();
    }

    private Scale colours() {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double min = Arrays.stream(finite).min().orElse(0);
        double max = Arrays.stream(finite).max().orElse(1);
        return Scale.of(min, max, style.logarithmic());
    }

    /** Neighbours of one colour, one above the other, are one rectangle. */
    private void cells(Svg svg, Frame frame, ColourBar bar) {
        svg.open("g", "shape-rendering", "crispEdges");
        for (int i = 0; i < across.count(); i++) {
            double left = frame.x(across.edge(i));
            double right = frame.x(across.edge(i + 1));
            for (int j = 0; j < up.count(); ) {
                String colour = colour(bar, i, j);
                int end = j + 1;
                while (end < up.count() && colour(bar, i, end).equals(colour)) {
                    end++;
                }
                double top = frame.y(up.edge(end));
                double bottom = frame.y(up.edge(j));
                if (!colour.isEmpty()) {
                    svg.empty(
                            "path",
                            "fill",
                            colour,
                            "d",
                            String.format(
                                    Locale.ROOT,
                                    "M%s %sH%sV%sH%sz",
                                    Svg.number(left),
                                    Svg.number(top),
                                    Svg.number(right),
                                    Svg.number(bottom),
                                    Svg.number(left)));
                }
                j = end;
            }
        }
        svg.close("g");
    }

    /** Empty if nothing is to be drawn. */
    private String colour(ColourBar bar, int i, int j) {
        double value = values[i * up.count() + j];
        if (Double.isFinite(value)) {
            return bar.colour(value);
        }
        return style.hatched() ? Hatching.FILL : "";
    }
}
