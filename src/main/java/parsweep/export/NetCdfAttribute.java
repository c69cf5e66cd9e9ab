package parsweep.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An attribute of a NetCDF variable.
 *
 * @param values one after another, big-endian, not padded
 */
record NetCdfAttribute(String name, NetCdfType type, ByteBuffer values) {
    static NetCdfAttribute text(String name, String text) {
        return new NetCdfAttribute(name, NetCdfType.CHAR, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    static NetCdfAttribute real(String name, double value) {
        return new NetCdfAttribute(
                name,
                NetCdfType.DOUBLE,
                ByteBuffer.allocate(Double.BYTES).putDouble(value).flip());
    }
}
