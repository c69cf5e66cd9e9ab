package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A column of a table as a NetCDF variable. */
final class NetCdfVariable {
    /** Variables begin at multiples of this. */
    private static final int ALIGNMENT = 4;

    /** From NetCDF's own value for what was never written on: readers take that for missing. */
    private static final long MIN_INT = Integer.MIN_VALUE + 2;

    private static final long MAX_EXACT = 1L << 53; // of doubles

    private final String name;
    private final Table table;
    private final int position;
    private final Column column;
    private final NetCdfType type;
    private final int width; // elements in a row
    private final long rows;

    /**
     * @param name which the file has only once
     * @param position of the column in the table
     */
    NetCdfVariable(String name, Table table, int position, ColumnExtent extent) throws IOException {
        this.name = name;
        this.table = table;
        this.position = position;
        this.column = table.columns().get(position);
        this.type = type(column.kind(), extent);
        this.width = isWide() ? Math.max(1, extent.longest()) : 1; // a dimension of length 0 would be the unlimited one
        this.rows = table.rows();
    }

    private static NetCdfType type(Column.Kind kind, ColumnExtent extent) {
        return switch (kind) {
            case REAL, ARRAY -> NetCdfType.DOUBLE;
            case TEXT -> NetCdfType.CHAR;
            case BOOLEAN -> extent.isAnyMissing() ? NetCdfType.DOUBLE : NetCdfType.BYTE;
            case INTEGER -> {
                boolean real = extent.isAnyMissing();
                if (!real && extent.isWithin(MIN_INT, Integer.MAX_VALUE)) {
                    yield NetCdfType.INT;
                }
                yield real || extent.isWithin(-MAX_EXACT, MAX_EXACT) ? NetCdfType.DOUBLE : NetCdfType.INT64;
            }
        };
    }

    String name() {
        return name;
    }

    NetCdfType type() {
        return type;
    }

    /** Whether a row has several elements, along a dimension of its own. */
    boolean isWide() {
        return column.kind() == Column.Kind.ARRAY || column.kind() == Column.Kind.TEXT;
    }

    int width() {
        return width;
    }

    List<NetCdfAttribute> attributes() {
        List<NetCdfAttribute> attributes = new ArrayList<>();
        if (!column.name().equals(name)) {
            attributes.add(NetCdfAttribute.text("long_name", column.name()));
        }
        if (!column.unit().isEmpty()) {
            attributes.add(NetCdfAttribute.text("units", column.unit()));
        }
        switch (type) {
            case DOUBLE -> attributes.add(NetCdfAttribute.real("_FillValue", Double.NaN));
            case CHAR -> attributes.add(NetCdfAttribute.text("_Encoding", "utf-8"));
            case BYTE -> attributes.add(NetCdfAttribute.text("dtype", "bool")); // as xarray has it
            case INT, INT64 -> {}
        }
        return attributes;
    }

    long rowBytes() {
        return (long) width * type.bytes();
    }

    /** Bytes of all rows, filled up. */
    long bytes() {
        return (rows * rowBytes() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /**
     * Writes some of the bytes.
     *
     * @param to at most {@link #bytes}
     * @throws IOException if the table is not what it was when it was measured
     */
    void write(long from, long to, ElementBuffer buffer, OutputStream out) throws IOException {
        long first = Math.min(rows, from / rowBytes());
        long last = Math.min(rows, (to + rowBytes() - 1) / rowBytes());
        OutputStream window = new WindowStream(out, from - first * rowBytes(), to - from);
        if (first < last) {
            long[] left = {last - first};
            Table part = first == 0 && last == rows ? table : table.slice(first, last);
            part.read(new int[] {position}, batch -> {
                for (int row = 0; row < batch.rows(); row++) {
                    write(batch, row, buffer, window);
                }
                left[0] -= batch.rows();
            });
            check(left[0] == 0);
        }
        for (long i = rows * rowBytes(); last == rows && i < bytes(); i++) {
            buffer.octet(0, window);
        }
        buffer.flush(window);
    }

    private void write(Batch batch, int row, ElementBuffer buffer, OutputStream out) throws IOException {
        boolean missing = column.mayMiss() && batch.isMissing(position, row);
        switch (column.kind()) {
            case REAL -> buffer.real(missing ? Double.NaN : batch.real(position, row), out);
            case INTEGER, BOOLEAN -> whole(missing, missing ? 0 : whole(batch, row), buffer, out);
            case TEXT -> {
                byte[] text = missing ? new byte[0] : batch.text(position, row).getBytes(StandardCharsets.UTF_8);
                check(text.length <= width);
                for (int i = 0; i < width; i++) {
                    buffer.octet(i < text.length ? text[i] : 0, out);
                }
            }
            case ARRAY -> {
                int length = missing ? 0 : batch.arrayLength(position, row);
                check(length <= width);
                if (length > 0) {
                    buffer.reals(batch.elements(position), batch.arrayStart(position, row), length, out);
                }
                buffer.nans(width - length, out);
            }
        }
    }

    private long whole(Batch batch, int row) {
        return column.kind() == Column.Kind.INTEGER ? batch.integer(position, row) : batch.flag(position, row) ? 1 : 0;
    }

    private void whole(boolean missing, long value, ElementBuffer buffer, OutputStream out) throws IOException {
        check(!missing || type == NetCdfType.DOUBLE);
        switch (type) {
            case DOUBLE -> buffer.real(missing ? Double.NaN : value, out);
            case INT64 -> buffer.integer(value, out);
            case INT -> {
                check(value == (int) value);
                buffer.word((int) value, out);
            }
            default -> buffer.octet((int) value, out);
        }
    }

    /** Rows that were not there, or failed, may have got values of any size by a retry. */
    private void check(boolean asMeasured) throws IOException {
        if (!asMeasured) {
            throw new IOException("column '%s' has changed while it was read".formatted(column.name()));
        }
    }
}
