package parsweep.outcome;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes the parts of a payload: little-endian numbers, texts, and columns cut into chunks. A column is its number of
 * elements followed by chunks, each a length in bytes, negative if it is not compressed, and the bytes.
 */
final class PayloadWriter {
    private final ByteArrayOutputStream out;
    private final ChunkCodec codec = new ChunkCodec();
    private final byte[] raw = new byte[ChunkCodec.CHUNK_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);

    /**
     * @param expectedBytes a guess, so that the buffer need not grow
     */
    PayloadWriter(int expectedBytes) {
        out = new ByteArrayOutputStream(expectedBytes);
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    void int8(int value) {
        out.write(value);
    }

    void int32(int value) {
        out.write(value);
        out.write(value >>> 8);
        out.write(value >>> 16);
        out.write(value >>> 24);
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int32(utf8.length);
        out.writeBytes(utf8);
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
            out.write(codec.compressed(), 0, compressed);
        } else {
            int32(-length);
            out.write(raw, 0, length);
        }
    }
}
