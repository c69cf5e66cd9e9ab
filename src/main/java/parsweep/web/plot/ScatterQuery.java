package parsweep.web.plot;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import parsweep.plot.Cells;
import parsweep.plot.ColourMap;
import parsweep.plot.Heatmap;
import parsweep.plot.LinePlot;
import parsweep.plot.Picture;
import parsweep.plot.Quantity;
import parsweep.plot.ScatterPlot;
import parsweep.stats.Partition;
import parsweep.stats.Range;
import parsweep.sweep.SweepResults;
import parsweep.web.insight.Density;
import parsweep.web.insight.DensityQuery;
import parsweep.web.plot.CurveQuery.AxisScale;
import parsweep.web.scan.Row;
import parsweep.web.scan.RowScan;
import parsweep.web.scan.Variable;
import parsweep.web.scan.Variables;

/** Two numbers of every point against each other. */
record ScatterQuery(String x, String y, @Nullable String where, AxisScale xScale, AxisScale yScale, Picture picture) {
    /** More marks than these are a blot, and a large file. */
    private static final int MAX_MARKS = 5000;

    private static final int BINS = 100;

    /**
     * Draws the points of a sweep.
     *
     * @throws parsweep.web.BadRequest if a name is unknown, or {@code where} is no condition
     */
    String of(SweepResults results) {
        Variables variables = new Variables(results);
        Marks marks = new Marks(variables.number("x", x), variables.number("y", y));
        RowScan scan = RowScan.of(results, where);
        scan.run(marks);
        if (marks.count == 0) {
            throw Plots.noPoints(results.sweep().id());
        }
        double[] across = Arrays.copyOf(marks.across, marks.kept);
        double[] up = Arrays.copyOf(marks.up, marks.kept);
        LinePlot.Axes axes = new LinePlot.Axes(
                xScale.isLogarithmic("xScale", across, marks.ofX.isPositive()),
                yScale.isLogarithmic("yScale", up, marks.ofY.isPositive()));
        if (marks.count > MAX_MARKS) {
            Partition byX = bins(marks.ofX, axes.logarithmicX());
            Partition byY = bins(marks.ofY, axes.logarithmicY());
            return density(DensityQuery.count(results, scan, marks.x, byX, marks.y, byY), axes);
        }
        return new ScatterPlot(quantity(marks.x), quantity(marks.y), across, up, axes).svg(picture);
    }

    private static Partition bins(Range range, boolean logarithmic) {
        return logarithmic ? range.logarithmicBins(BINS) : range.bins(BINS);
    }

    private static Quantity quantity(Variable variable) {
        return new Quantity(variable.name(), variable.unit());
    }

    private String density(Density density, LinePlot.Axes axes) {
        double[] counts = Arrays.stream(density.counts())
                .mapToDouble(count -> count == 0 ? Double.NaN : count)
                .toArray();
        return new Heatmap(
                        new Quantity(density.x().name(), density.x().unit()),
                        Cells.between(density.x().edges(), axes.logarithmicX()),
                        new Quantity(density.y().name(), density.y().unit()),
                        Cells.between(density.y().edges(), axes.logarithmicY()),
                        new Quantity("points", ""),
                        counts,
                        new Heatmap.Style(ColourMap.VIRIDIS, true, false))
                .svg(picture);
    }

    /** Some of the points, evenly spread over the sweep: all if they are no more than there may be marks. */
    private static final class Marks implements RowScan.Sink {
        private final Variable x;
        private final Variable y;
        private final Range ofX = new Range();
        private final Range ofY = new Range();
        private final double[] across = new double[MAX_MARKS];
        private final double[] up = new double[MAX_MARKS];
        private int kept;
        private long count;
        private long stride = 1; // of the points that are kept

        Marks(Variable x, Variable y) {
            this.x = x;
            this.y = y;
        }

        @Override
        public void done(Row row) {
            double atX = x.of(row);
            double atY = y.of(row);
            if (!Double.isFinite(atX) || !Double.isFinite(atY)) {
                return;
            }
            ofX.add(atX);
            ofY.add(atY);
            if (count % stride == 0) {
                keep(atX, atY);
            }
            count++;
        }

        private void keep(double atX, double atY) {
            if (kept == MAX_MARKS) {
                kept /= 2;
                for (int i = 0; i < kept; i++) {
                    across[i] = across[2 * i];
                    up[i] = up[2 * i];
                }
                stride *= 2;
            }
            if (count % stride == 0) {
                across[kept] = atX;
                up[kept++] = atY;
            }
        }
    }
}
