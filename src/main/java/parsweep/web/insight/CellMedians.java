package parsweep.web.insight;

import java.util.Arrays;
import parsweep.web.question.Requests;
import parsweep.web.scan.RowScan;
import parsweep.web.scan.Variable;

/** Exact medians of many cells: all values, cell by cell, in one array that is then sorted piece by piece. */
final class CellMedians {
    /** 16 MB. */
    static final int MAX_VALUES = 1 << 21;

    private CellMedians() {}

    /**
     * @param counts number of values of each cell
     * @return NaN where there is no value
     * @throws parsweep.web.BadRequest if there are more than {@link #MAX_VALUES} values
     */
    static double[] of(CellGrid grid, RowScan scan, Variable variable, long[] counts) {
        long total = Arrays.stream(counts).sum();
        if (total > MAX_VALUES) {
            throw Requests.tooMuch("medians of %d values (expected: at most %d, by where; or reduce=mean)"
                    .formatted(total, MAX_VALUES));
        }
        int[] starts = new int[counts.length];
        for (int cell = 1; cell < starts.length; cell++) {
            starts[cell] = starts[cell - 1] + (int) counts[cell - 1];
        }
        int[] ends = starts.clone();
        double[] values = new double[(int) total];
        scan.run(row -> {
            int cell = grid.indexOf(row);
            double value = variable.of(row);
            boolean isNew = cell < 0 || ends[cell] - starts[cell] == counts[cell]; // came while we were counting
            if (Double.isFinite(value) && !isNew) {
                values[ends[cell]++] = value;
            }
        });
        double[] medians = new double[counts.length];
        for (int cell = 0; cell < medians.length; cell++) {
            Arrays.sort(values, starts[cell], ends[cell]);
            medians[cell] = median(values, starts[cell], ends[cell]);
        }
        return medians;
    }

    private static double median(double[] sorted, int start, int end) {
        int middle = (start + end) >>> 1;
        if (start == end) {
            return Double.NaN;
        }
        boolean odd = (end - start) % 2 == 1;
        return odd ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }
}
