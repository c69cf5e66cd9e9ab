package parsweep.outcome;

import java.util.Arrays;
import parsweep.model.Output;

/** An array of reals per row, end to end; empty where there is none. */
final class ArrayColumn extends OutputColumn {
    private double[] elements;
    private int[] ends;
    private int row;

    ArrayColumn(Output output) {
        this(output, new double[0], new int[64], 0);
    }

    private ArrayColumn(Output output, double[] elements, int[] ends, int row) {
        super(output);
        this.elements = elements;
        this.ends = ends;
        this.row = row;
    }

    void set(double[] values, int length) {
        int start = start(row);
        int end = Math.addExact(start, length);
        if (end > elements.length) {
            elements = Arrays.copyOf(elements, start == 0 ? end : grown(elements.length, end));
        }
        if (row == ends.length) {
            ends = Arrays.copyOf(ends, grown(ends.length, row + 1));
        }
        System.arraycopy(values, 0, elements, start, length);
        ends[row] = end;
    }

    /** Number of elements of the row that is being written. */
    int length() {
        return ends[row] - start(row);
    }

    private int start(int of) {
        return of == 0 ? 0 : ends[of - 1];
    }

    @Override
    void advance() {
        row++;
    }

    @Override
    void retreat() {}

    @Override
    void setMissing() {
        set(elements, 0);
    }

    @Override
    boolean isFinite() {
        // The sum of non-negative terms x * 0 is 0 unless one of them is NaN; unlike a test per element it vectorises.
        double sum = 0;
        for (int i = start(row); i < ends[row]; i++) {
            sum += elements[i] * 0;
        }
        return sum == 0;
    }

    @Override
    void hash(PointHash hash) {
        int start = start(row);
        hash.add((long) ends[row] - start);
        hash.add(elements, start, ends[row]);
    }

    @Override
    long bytes() {
        return (row < ends.length ? (long) ends[row] * Double.BYTES : 0) + (row + 1L) * Integer.BYTES;
    }

    @Override
    void clear() {
        row = 0;
    }

    @Override
    OutputColumn copy(int rows) {
        return new ArrayColumn(
                output(), Arrays.copyOf(elements, start(rows)), Arrays.copyOf(ends, Math.max(rows, 1)), rows);
    }

    @Override
    void encode(PayloadWriter writer) {
        writer.ints(ends, row);
        writer.doubles(elements, start(row));
    }
}
