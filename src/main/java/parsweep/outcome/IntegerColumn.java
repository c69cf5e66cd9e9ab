package parsweep.outcome;

import java.util.Arrays;
import parsweep.model.Output;

/** A whole number or boolean (0 or 1) per row; 0 where there is none. */
final class IntegerColumn extends OutputColumn {
    private long[] values;
    private int row;

    IntegerColumn(Output output) {
        this(output, new long[64], 0);
    }

    private IntegerColumn(Output output, long[] values, int row) {
        super(output);
        this.values = values;
        this.row = row;
    }

    void set(long value) {
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
        set(0);
    }

    @Override
    boolean isFinite() {
        return true;
    }

    @Override
    void hash(PointHash hash) {
        hash.add(values[row]);
    }

    @Override
    long bytes() {
        return (row + 1L) * Long.BYTES;
    }

    @Override
    void clear() {
        row = 0;
    }

    @Override
    OutputColumn copy(int rows) {
        return new IntegerColumn(output(), Arrays.copyOf(values, Math.max(rows, 1)), rows);
    }

    @Override
    void encode(PayloadWriter writer) {
        writer.longs(values, row);
    }
}
