package parsweep.web.insight;

import org.jspecify.annotations.Nullable;
import parsweep.stats.Bins;
import parsweep.stats.Categories;
import parsweep.stats.Partition;
import parsweep.stats.Range;
import parsweep.sweep.SweepResults;
import parsweep.web.BadRequest;
import parsweep.web.question.Requests;
import parsweep.web.scan.Row;
import parsweep.web.scan.RowScan;
import parsweep.web.scan.Variable;
import parsweep.web.scan.Variables;

/**
 * How many points are where, over two numbers?
 *
 * @param x a parameter or an output, {@code index} or {@code replicate}; an array by {@code name.element}
 * @param y the same
 * @param bins of each axis
 * @param where which points; null for all
 */
public record DensityQuery(
        String x, String y, int bins, @Nullable String where) {
    /** As many cells as an array may have. */
    static final int MAX_BINS = 512;

    /**
     * @throws BadRequest if {@code bins} is out of range
     */
    public DensityQuery {
        Requests.within("bins", bins, 1, MAX_BINS);
    }

    /**
     * Puts the question to a sweep.
     *
     * @throws BadRequest if a name is unknown or {@code where} is no condition
     */
    public Density of(SweepResults results) {
        Variables variables = new Variables(results);
        Variable ofX = variables.number("x", x);
        Variable ofY = variables.number("y", y);
        RowScan scan = RowScan.of(results, where);
        Range rangeOfX = new Range();
        Range rangeOfY = new Range();
        scan.run(row -> {
            double xValue = ofX.of(row);
            double yValue = ofY.of(row);
            if (Double.isFinite(xValue) && Double.isFinite(yValue)) {
                rangeOfX.add(xValue);
                rangeOfY.add(yValue);
            }
        });
        return count(results, scan, ofX, partition(rangeOfX), ofY, partition(rangeOfY));
    }

    /** Counts the points of a scan in classes that are given. */
    public static Density count(
            SweepResults results, RowScan scan, Variable x, Partition byX, Variable y, Partition byY) {
        Counts counts = new Counts(x, y, byX, byY);
        scan.run(counts);
        return counts.density(results.sweep().id());
    }

    private Partition partition(Range range) {
        return range.isEmpty() ? new Categories() : range.bins(bins);
    }

    private static final class Counts implements RowScan.Sink {
        private final Variable x;
        private final Variable y;
        private final Partition byX;
        private final Partition byY;
        private final long[] counts;
        private long points;
        private long failed;
        private long outside;

        Counts(Variable x, Variable y, Partition byX, Partition byY) {
            this.x = x;
            this.y = y;
            this.byX = byX;
            this.byY = byY;
            this.counts = new long[byX.size() * byY.size()];
        }

        @Override
        public void done(Row row) {
            int i = byX.indexOf(x.of(row));
            int j = byY.indexOf(y.of(row));
            if (i < 0 || j < 0) {
                outside++;
            } else {
                counts[i * byY.size() + j]++;
                points++;
            }
        }

        @Override
        public void failed(Row row) {
            failed++;
        }

        Density density(long sweep) {
            int[] shape = {byX.size(), byY.size()};
            return new Density(sweep, axis(x, byX), axis(y, byY), shape, counts, points, failed, outside);
        }

        private static Density.Axis axis(Variable variable, Partition partition) {
            double[] edges = partition instanceof Bins ofVariable ? ofVariable.edges() : new double[0];
            return new Density.Axis(variable.name(), variable.unit(), edges);
        }
    }
}
