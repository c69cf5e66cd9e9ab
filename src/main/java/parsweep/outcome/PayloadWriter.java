package parsweep.outcome;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes the parts of a payload: little-endian numbers, texts, and columns cut into chunks. A column is its number of
 * elements followed by chunks, each a length in bytes, negative if it is not compressed, and the bytes. Reused from
 * payload to payload; not thread-safe.
 */
final class PayloadWriter {
    private byte[] out = new byte[64 * 1024];
    private int size;
    private final ChunkCodec codec = new ChunkCodec();
    private final byte[] raw = new byte[ChunkCodec.CHUNK_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);

    /** Begins a payload, and forgets one that was not finished for want of memory. */
    void start() {
        size = 0;
    }

    /** What was written since {@link #start}, as an array of its own. */
    byte[] toByteArray() {
        return Arrays.copyOf(out, size);
    }

    private void write(byte[] bytes, int length) {
        reserve(length);
        System.arraycopy(bytes, 0, out, size, length);
        size += length;
    }

    private void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > out.length) {
            out = Arrays.copyOf(out, OutputColumn.grown(out.length, needed));
        }
    }

    void int8(int value) {
        reserve(1);
        out[size++] = (byte) value;
    }

    void int32(int value) {
        int8(value);
        int8(value >>> 8);
        int8(value >>> 16);
        int8(value >>> 24);
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int32(utf8.length);
        write(utf8, utf8.length);
    }

    void doubles(double[] values, int count) {
        int32(count);
        int perChunk = ChunkCodec.CHUNK_BYTES / Double.BYTES;
        for (int from = 0; from < count; from += perChunk) {
            int n = Math.min(perChunk, count - from);
            buffer.asDoubleBuffer().put(values, from, n);
            chunk(n * Double.BYTES, Double.BYTES);
        }
    }

    void longs(long[] values, int count) {
        int32(count);
        int perChunk = ChunkCodec.CHUNK_BYTES / Long.BYTES;
        for (int from = 0; from < count; from += perChunk) {
            int n = Math.min(perChunk, count - from);
            buffer.asLongBuffer().put(values, from, n);
            chunk(n * Long.BYTES, Long.BYTES);
        }
    }

    void ints(int[] values, int count) {
        int32(count);
        int perChunk = ChunkCodec.CHUNK_BYTES / Integer.BYTES;
        for (int from = 0; from < count; from += perChunk) {
            int n = Math.min(perChunk, count - from);
            buffer.asIntBuffer().put(values, from, n);
            chunk(n * Integer.BYTES, Integer.BYTES);
        }
    }

    void floats(float[] values, int count) {
        int32(count);
        int perChunk = ChunkCodec.CHUNK_BYTES / Float.BYTES;
        for (int from = 0; from < count; from += perChunk) {
            int n = Math.min(perChunk, count - from);
            buffer.asFloatBuffer().put(values, from, n);
            chunk(n * Float.BYTES, Float.BYTES);
        }
    }

    void bytes(byte[] values, int count) {
        int32(count);
        for (int from = 0; from < count; from += ChunkCodec.CHUNK_BYTES) {
            int n = Math.min(ChunkCodec.CHUNK_BYTES, count - from);
            System.arraycopy(values, from, raw, 0, n);
            chunk(n, 1);
        }
    }

    private void chunk(int length, int width) {
        int compressed = codec.compress(raw, length, width);
        if (compressed >= 0) {
            int32(compressed);
            write(codec.compressed(), compressed);
        } else {
            int32(-length);
            write(raw, length);
        }
    }
}
