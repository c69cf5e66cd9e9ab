package parsweep.outcome;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import parsweep.model.Output;

/** A text per row as UTF-8, end to end; empty where there is none. */
final class TextColumn extends OutputColumn {
    private byte[] bytes;
    private int[] ends;
    private int row;

    TextColumn(Output output) {
        this(output, new byte[64], new int[64], 0);
    }

    private TextColumn(Output output, byte[] bytes, int[] ends, int row) {
        super(output);
        this.bytes = bytes;
        this.ends = ends;
        this.row = row;
    }

    void set(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int start = start(row);
        int end = Math.addExact(start, utf8.length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, grown(bytes.length, end));
        }
        if (row == ends.length) {
            ends = Arrays.copyOf(ends, grown(ends.length, row + 1));
        }
        System.arraycopy(utf8, 0, bytes, start, utf8.length);
        ends[row] = end;
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
        set("");
    }

    @Override
    boolean isFinite() {
        return true;
    }

    @Override
    void hash(PointHash hash) {
        int start = start(row);
        int length = ends[row] - start;
        hash.add(length);
        for (int word = 0; word < length; word += 8) {
            long packed = 0;
            for (int i = Math.min(8, length - word) - 1; i >= 0; i--) {
                packed = packed << 8 | (bytes[start + word + i] & 0xff);
            }
            hash.add(packed);
        }
    }

    @Override
    long bytes() {
        return (row < ends.length ? ends[row] : 0) + (row + 1L) * Integer.BYTES;
    }

    @Override
    void clear() {
        row = 0;
    }

    @Override
    OutputColumn copy(int rows) {
        return new TextColumn(
                output(), Arrays.copyOf(bytes, start(rows)), Arrays.copyOf(ends, Math.max(rows, 1)), rows);
    }

    @Override
    void encode(PayloadWriter writer) {
        writer.ints(ends, row);
        writer.bytes(bytes, start(row));
    }
}
