package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A column of a table as a NumPy array; what its header must say is found by a pass beforehand if need be. */
final class NpyColumn implements RangedFormat.Content {
    /** The header ends at a multiple of this, so that the data may be mapped into memory. */
    private static final int ALIGNMENT = 64;

    private final Table table;
    private final int column;
    private final Column.Kind kind;
    private final int width; // characters of the longest text, elements of the longest array
    private final ElementBuffer buffer = new ElementBuffer(ByteOrder.LITTLE_ENDIAN);

    private NpyColumn(Table table, int column, Column.Kind kind, int width) {
        this.table = table;
        this.column = column;
        this.kind = kind;
        this.width = width;
    }

    static NpyColumn of(Table table, int index) throws IOException {
        Column column = table.columns().get(index);
        return switch (column.kind()) {
            case REAL -> new NpyColumn(table, index, Column.Kind.REAL, 0);
            case INTEGER, BOOLEAN ->
                new NpyColumn(table, index, anyMissing(table, index) ? Column.Kind.REAL : column.kind(), 0);
            case TEXT, ARRAY ->
                new NpyColumn(
                        table,
                        index,
                        column.kind(),
                        column.arrayLength() == Column.UNKNOWN_LENGTH ? longest(table, index) : column.arrayLength());
        };
    }

    private static boolean anyMissing(Table table, int column) throws IOException {
        boolean[] missing = {false};
        if (table.columns().get(column).mayMiss()) {
            table.read(new int[] {column}, batch -> {
                for (int row = 0; row < batch.rows() && !missing[0]; row++) {
                    missing[0] = batch.isMissing(column, row);
                }
            });
        }
        return missing[0];
    }

    private static int longest(Table table, int column) throws IOException {
        boolean text = table.columns().get(column).kind() == Column.Kind.TEXT;
        int[] longest = {0};
        table.read(new int[] {column}, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                if (!batch.isMissing(column, row)) {
                    int length = text
                            ? batch.text(column, row)
                                    .codePointCount(0, batch.text(column, row).length())
                            : batch.arrayLength(column, row);
                    longest[0] = Math.max(longest[0], length);
                }
            }
        });
        return longest[0];
    }

    @Override
    public long length() throws IOException {
        return header().length + table.rows() * rowBytes();
    }

    private long rowBytes() {
        return switch (kind) {
            case REAL, INTEGER -> Double.BYTES;
            case BOOLEAN -> 1;
            case TEXT -> (long) Math.max(width, 1) * Integer.BYTES;
            case ARRAY -> (long) width * Double.BYTES;
        };
    }

    void write(OutputStream out) throws IOException {
        write(0, length(), out);
    }

    @Override
    public void write(long from, long to, OutputStream out) throws IOException {
        byte[] header = header();
        if (from < header.length) {
            out.write(header, (int) from, (int) (Math.min(to, header.length) - from));
        }
        long start = Math.max(from - header.length, 0);
        long end = to - header.length;
        if (start < end) {
            long first = start / rowBytes();
            long last = (end + rowBytes() - 1) / rowBytes();
            Table rows = first == 0 && last == table.rows() ? table : table.slice(first, last);
            writeRows(rows, new WindowStream(out, start - first * rowBytes(), end - start));
        }
    }

    /**
     * @throws IOException if there are not as many rows as the header says
     */
    private void writeRows(Table rows, OutputStream out) throws IOException {
        long[] written = {0};
        rows.read(new int[] {column}, batch -> {
            Column.Kind source = table.columns().get(column).kind();
            for (int row = 0; row < batch.rows(); row++) {
                write(batch, row, source, out);
            }
            written[0] += batch.rows();
        });
        if (written[0] != rows.rows()) {
            throw new IOException("%d rows (expected: %d)".formatted(written[0], rows.rows()));
        }
        buffer.flush(out);
    }

    private void write(Batch batch, int row, Column.Kind source, OutputStream out) throws IOException {
        boolean missing = batch.isMissing(column, row);
        switch (kind) {
            case REAL -> buffer.real(missing ? Double.NaN : real(batch, row, source), out);
            case INTEGER -> buffer.integer(batch.integer(column, row), out);
            case BOOLEAN -> buffer.octet(batch.flag(column, row) ? 1 : 0, out);
            case TEXT -> text(missing ? "" : batch.text(column, row), out);
            case ARRAY -> {
                int length = missing ? 0 : Math.min(batch.arrayLength(column, row), width);
                if (length > 0) {
                    buffer.reals(batch.elements(column), batch.arrayStart(column, row), length, out);
                }
                buffer.nans(width - length, out);
            }
        }
    }

    private double real(Batch batch, int row, Column.Kind source) {
        return switch (source) {
            case INTEGER -> batch.integer(column, row);
            case BOOLEAN -> batch.flag(column, row) ? 1 : 0;
            default -> batch.real(column, row);
        };
    }

    private void text(String text, OutputStream out) throws IOException {
        int[] codePoints = text.codePoints().toArray();
        for (int i = 0; i < Math.max(width, 1); i++) {
            buffer.word(i < codePoints.length ? codePoints[i] : 0, out);
        }
    }

    private byte[] header() throws IOException {
        String type = switch (kind) {
            case REAL, ARRAY -> "<f8";
            case INTEGER -> "<i8";
            case BOOLEAN -> "|b1";
            case TEXT -> "<U" + Math.max(width, 1); // NumPy has no texts of length 0
        };
        // not by format(): it has the digits of the default locale
        String rows = table.axes().isEmpty()
                ? String.valueOf(table.rows())
                : table.axes().stream()
                        .map(axis -> String.valueOf(axis.length()))
                        .collect(Collectors.joining(", "));
        boolean several = kind == Column.Kind.ARRAY || table.axes().size() > 1;
        String shape = "(" + rows + (kind == Column.Kind.ARRAY ? ", " + width : several ? "" : ",") + ")";
        String dictionary = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        int prefix = 10; // magic, version, length
        int length = (prefix + dictionary.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - prefix;
        ByteBuffer header = ByteBuffer.allocate(prefix + length).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        header.put((byte) 1).put((byte) 0).putShort((short) length);
        header.put(dictionary.getBytes(StandardCharsets.US_ASCII));
        Arrays.fill(header.array(), header.position(), header.capacity() - 1, (byte) ' ');
        header.array()[header.capacity() - 1] = '\n';
        return header.array();
    }
}
