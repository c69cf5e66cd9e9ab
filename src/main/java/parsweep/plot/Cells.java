package parsweep.plot;

import java.util.List;

/**
 * The cells of a heat map along one axis, in order. Cell {@code i} reaches from {@code edges[i]} to {@code edges[i + 1]}.
 */
public final class Cells {
    private final Scale scale;
    private final double[] edges;

    private Cells(Scale scale, double[] edges) {
        this.scale = scale;
        this.edges = edges;
    }

    /**
     * Bins, on the scale on which they are most alike.
     *
     * @param edges strictly ascending, at least 2
     */
    public static Cells between(double[] edges) {
        return between(edges, Scale.isLogarithmic(edges));
    }

    /**
     * Bins.
     *
     * @param edges strictly ascending, at least 2; positive if the scale is logarithmic
     */
    public static Cells between(double[] edges, boolean logarithmic) {
        return new Cells(Scale.of(edges[0], edges[edges.length - 1], logarithmic), edges.clone());
    }

    /**
     * Cells around values, which meet half-way between them.
     *
     * @param values strictly ascending, at least 1
     */
    public static Cells around(double[] values) {
        boolean logarithmic = Scale.isLogarithmic(values);
        int n = values.length;
        double[] edges = new double[n + 1];
        for (int i = 1; i < n; i++) {
            edges[i] = logarithmic ? Math.sqrt(values[i - 1]) * Math.sqrt(values[i]) : (values[i - 1] + values[i]) / 2;
        }
        if (n == 1) {
            double half = values[0] == 0 ? 0.5 : Math.abs(values[0]) / 2;
            edges[0] = values[0] - half;
            edges[1] = values[0] + half;
        } else {
            edges[0] = logarithmic ? values[0] * values[0] / edges[1] : 2 * values[0] - edges[1];
            edges[n] = logarithmic ? values[n - 1] * values[n - 1] / edges[n - 1] : 2 * values[n - 1] - edges[n - 1];
        }
        return new Cells(new ValueScale(Scale.of(edges[0], edges[n], logarithmic), values.clone()), edges);
    }

    /** A cell for each name. */
    public static Cells of(List<String> names) {
        double[] edges = new double[names.size() + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = i - 0.5;
        }
        return new Cells(new CategoryScale(names), edges);
    }

    public int count() {
        return edges.length - 1;
    }

    double edge(int i) {
        return edges[i];
    }

    Scale scale() {
        return scale;
    }
}
