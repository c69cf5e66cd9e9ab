package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A buffer of a column: little-endian elements, or bits from the lowest on. Grows, and is used again. */
final class ColumnBuffer {
    /** Arrow asks for 8; 64 is what it recommends, for vector instructions. */
    private static final int ALIGNMENT = 64;

    /**
     * Doubled nine times it holds the 61,440 numbers of a row group of Parquet, and is still less than half a region of the
     * collector in a heap of 256 MB: beyond that, arrays take whole regions, and each makes the collector look for some.
     */
    private static final int INITIAL_BYTES = 960;

    private ByteBuffer bytes = ByteBuffer.allocate(INITIAL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private int bits;

    void real(double value) {
        reserve(Double.BYTES).putDouble(value);
    }

    void integer(long value) {
        reserve(Long.BYTES).putLong(value);
    }

    /** 32 bits. */
    void word(int value) {
        reserve(Integer.BYTES).putInt(value);
    }

    /** 8 bits. */
    void octet(int value) {
        reserve(1).put((byte) value);
    }

    void bytes(byte[] source, int from, int count) {
        reserve(count).put(source, from, count);
    }

    void buffer(ColumnBuffer other) {
        bytes(other.array(), 0, other.size());
    }

    void reals(double[] values, int from, int count) {
        reserve(Math.multiplyExact(count, Double.BYTES)).asDoubleBuffer().put(values, from, count);
        bytes.position(bytes.position() + count * Double.BYTES);
    }

    void bit(boolean value) {
        if (bits % Byte.SIZE == 0) {
            reserve(1).put((byte) 0);
        }
        if (value) {
            byte[] array = bytes.array();
            array[bits / Byte.SIZE] |= (byte) (1 << (bits % Byte.SIZE));
        }
        bits++;
    }

    int size() {
        return bytes.position();
    }

    /** Of which the first {@link #size} bytes are the buffer's; until it grows. */
    byte[] array() {
        return bytes.array();
    }

    /** Bytes that {@link #write} writes. */
    long paddedSize() {
        return (long) size() + padding();
    }

    private int padding() {
        return -size() & (ALIGNMENT - 1);
    }

    void write(OutputStream out) throws IOException {
        out.write(bytes.array(), 0, size());
        out.write(new byte[padding()]);
    }

    void clear() {
        bytes.clear();
        bits = 0;
    }

    private ByteBuffer reserve(int more) {
        if (bytes.remaining() < more) {
            int needed = Math.addExact(bytes.position(), more);
            int grown = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, 2L * bytes.capacity()));
            bytes = ByteBuffer.allocate(grown).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
        }
        return bytes;
    }
}
