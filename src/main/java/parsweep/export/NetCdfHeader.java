package parsweep.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The header of a classic NetCDF file. It is one of 64-bit offsets (CDF-2), which every reader takes, unless a variable
 * is too large for that or holds 64-bit integers: then it is one of 64-bit data (CDF-5). A dimension of length 0 is the
 * unlimited one with no records, since other dimensions cannot be empty.
 *
 * @see <a href="https://docs.unidata.ucar.edu/netcdf-c/current/file_format_specifications.html">NetCDF Classic Format
 *     Specification</a>
 * @see <a href="https://parallel-netcdf.github.io/doc/c-reference/pnetcdf-c/CDF_002d5-file-format-specification.html">
 *     CDF-5 Format Specification</a>
 */
final class NetCdfHeader {
    private static final int DIMENSIONS = 0x0A;
    private static final int VARIABLES = 0x0B;
    private static final int ATTRIBUTES = 0x0C;

    /** Of variables of CDF-2, which count their bytes by 32 bits, and keep the highest number and its padding. */
    private static final long MAX_BYTES = (1L << 32) - 4;

    private record Dimension(String name, long length) {}

    private record Declaration(NetCdfVariable variable, List<Integer> dimensions, List<NetCdfAttribute> attributes) {}

    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean wide;

    /** Adds a dimension, and returns its position. */
    int dimension(String name, long length) {
        dimensions.add(new Dimension(name, length));
        return dimensions.size() - 1;
    }

    /** Adds a variable, whose data follow on those of the one before. */
    void variable(NetCdfVariable variable, List<Integer> along, List<NetCdfAttribute> attributes) {
        declarations.add(new Declaration(variable, along, attributes));
    }

    byte[] bytes() {
        wide = declarations.stream().anyMatch(declaration -> declaration.variable.type() == NetCdfType.INT64)
                || declarations.stream().anyMatch(declaration -> declaration.variable.bytes() >= MAX_BYTES)
                || dimensions.stream().anyMatch(dimension -> dimension.length > Integer.MAX_VALUE);
        write(0);
        int length = out.size(); // whatever the offsets are
        out.reset();
        write(length);
        return out.toByteArray();
    }

    private void write(long firstOffset) {
        out.writeBytes(new byte[] {'C', 'D', 'F', (byte) (wide ? 5 : 2)});
        count(0); // records
        list(DIMENSIONS, dimensions.size());
        for (Dimension dimension : dimensions) {
            text(dimension.name);
            count(dimension.length);
        }
        list(ATTRIBUTES, 0);
        list(VARIABLES, declarations.size());
        long offset = firstOffset;
        for (Declaration declaration : declarations) {
            text(declaration.variable.name());
            count(declaration.dimensions.size());
            declaration.dimensions.forEach(this::count);
            attributes(declaration.attributes);
            word(declaration.variable.type().code());
            boolean record = declaration.dimensions.stream().anyMatch(one -> dimensions.get(one).length == 0);
            long bytes = record ? padded(declaration.variable.rowBytes()) : declaration.variable.bytes();
            count(bytes);
            number(offset);
            offset += bytes; // also of records that are not there: readers want the offsets to ascend
        }
    }

    private void attributes(List<NetCdfAttribute> attributes) {
        list(ATTRIBUTES, attributes.size());
        for (NetCdfAttribute attribute : attributes) {
            text(attribute.name());
            word(attribute.type().code());
            int bytes = attribute.values().remaining();
            count(bytes / attribute.type().bytes());
            padded(attribute.values().array());
        }
    }

    private void list(int tag, int size) {
        word(size == 0 ? 0 : tag);
        count(size);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        count(bytes.length);
        padded(bytes);
    }

    private void padded(byte[] bytes) {
        out.writeBytes(bytes);
        out.writeBytes(new byte[(int) (padded(bytes.length) - bytes.length)]);
    }

    private static long padded(long bytes) {
        return (bytes + 3) / 4 * 4;
    }

    /** A number of things, or the position of one. */
    private void count(long count) {
        if (wide) {
            number(count);
        } else {
            word((int) count);
        }
    }

    private void word(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    private void number(long value) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }
}
