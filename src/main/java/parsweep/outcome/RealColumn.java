package parsweep.outcome;

import java.util.Arrays;
import parsweep.model.Output;

/** A real per row; NaN where there is none. */
final class RealColumn extends OutputColumn {
    private double[] values;
    private int row;

    RealColumn(Output output) {
        this(output, new double[64], 0);
    }

    private RealColumn(Output output, double[] values, int row) {
        super(output);
        this.values = values;
        this.row = row;
    }

    void set(double value) {
        if (row == values.length) {
            values = Arrays.copyOf(values, grown(values.length, row + 1));
        }
        values[row] = value;
    }

    @Override
    void advance() {
        row++;
    }

    @Override
    void retreat() {}

    @Override
    void setMissing() {
        set(Double.NaN);
    }

    @Override
    boolean isFinite() {
        return Double.isFinite(values[row]);
    }

    @Override
    void hash(PointHash hash) {
        hash.add(values[row]);
    }

    @Override
    long bytes() {
        return (row + 1L) * Double.BYTES;
    }

    @Override
    void clear() {
        row = 0;
    }

    @Override
    OutputColumn copy(int rows) {
        return new RealColumn(output(), Arrays.copyOf(values, Math.max(rows, 1)), rows);
    }

    @Override
    void encode(PayloadWriter writer) {
        writer.doubles(values, row);
    }
}
