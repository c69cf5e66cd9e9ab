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
        RowScan.of(results, where).run(marks);
        if (marks.count == 0) {
            throw Plots.noPoints(results.sweep().id());
        }
        if (marks.count > MAX_MARKS) {
            return density(new DensityQuery(x, y, BINS, where).of(results));
        }
        double[] across = Arrays.copyOf(marks.across, marks.count);
        double[] up = Arrays.copyOf(marks.up, marks.count);
        LinePlot.Axes axes =
                new LinePlot.Axes(xScale.isLogarithmic("xScale", across), yScale.isLogarithmic("yScale", up));
        return new ScatterPlot(quantity(marks.x), quantity(marks.y), across, up, axes).svg(picture);
    }

    private static Quantity quantity(Variable variable) {
        return new Quantity(variable.name(), variable.unit());
    }

    private String density(Density density) {
        double[] counts = Arrays.stream(density.counts())
                .mapToDouble(count -> count == 0 ? Double.NaN : count)
                .toArray();
        return new Heatmap(
                        new Quantity(density.x().name(), density.x().unit()),
                        Cells.between(density.x().edges()),
                        new Quantity(density.y().name(), density.y().unit()),
                        Cells.between(density.y().edges()),
                        new Quantity("points", ""),
                        counts,
                        new Heatmap.Style(ColourMap.VIRIDIS, true, false))
                .svg(picture);
    }

    /** The first points, and how many there are, as far as that matters. */
    private static final class Marks implements RowScan.Sink {
        private final Variable x;
        private final Variable y;
        private final double[] across = new double[MAX_MARKS];
        private final double[] up = new double[MAX_MARKS];
        private int count;

        Marks(Variable x, Variable y) {
            this.x = x;
            this.y = y;
        }

        @Override
        public void done(Row row) {
            if (count > MAX_MARKS) {
                return;
            }
            double ofX = x.of(row);
            double ofY = y.of(row);
            if (!Double.isFinite(ofX) || !Double.isFinite(ofY)) {
                return;
            }
            if (count < MAX_MARKS) {
                across[count] = ofX;
                up[count] = ofY;
            }
            count++;
        }
    }
}
