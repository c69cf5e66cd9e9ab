package parsweep.outcome;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import net.jpountz.lz4.LZ4Exception;

/**
 * Reads what {@link PayloadWriter} wrote, in the same order; columns can be skipped without decoding them.
 *
 * <p>Memory for a column is reserved only after its chunks have been seen to lie within the payload, so that a corrupt
 * number ends in an {@link IllegalArgumentException} and not in an {@link OutOfMemoryError}.
 */
final class PayloadReader {
    /** LZ4 expands a byte to no more than this. */
    private static final int MAX_RATIO = 255;

    private final byte[] payload;
    private final ByteBuffer in;
    private final ChunkCodec codec = new ChunkCodec();
    private final byte[] raw = new byte[ChunkCodec.CHUNK_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);

    PayloadReader(byte[] payload) {
        this.payload = payload;
        this.in = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return in.position();
    }

    void seek(int position) {
        in.position(position);
    }

    int int8() {
        require(1);
        return in.get();
    }

    int int32() {
        require(Integer.BYTES);
        return in.getInt();
    }

    String text() {
        int length = int32();
        require(length);
        String text = new String(payload, in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    double[] doubles() {
        double[] values = new double[count(Double.BYTES)];
        int perChunk = ChunkCodec.CHUNK_BYTES / Double.BYTES;
        for (int from = 0; from < values.length; from += perChunk) {
            int n = Math.min(perChunk, values.length - from);
            chunk(n * Double.BYTES, Double.BYTES);
            buffer.asDoubleBuffer().get(values, from, n);
        }
        return values;
    }

    long[] longs() {
        long[] values = new long[count(Long.BYTES)];
        int perChunk = ChunkCodec.CHUNK_BYTES / Long.BYTES;
        for (int from = 0; from < values.length; from += perChunk) {
            int n = Math.min(perChunk, values.length - from);
            chunk(n * Long.BYTES, Long.BYTES);
            buffer.asLongBuffer().get(values, from, n);
        }
        return values;
    }

    int[] ints() {
        int[] values = new int[count(Integer.BYTES)];
        int perChunk = ChunkCodec.CHUNK_BYTES / Integer.BYTES;
        for (int from = 0; from < values.length; from += perChunk) {
            int n = Math.min(perChunk, values.length - from);
            chunk(n * Integer.BYTES, Integer.BYTES);
            buffer.asIntBuffer().get(values, from, n);
        }
        return values;
    }

    float[] floats() {
        float[] values = new float[count(Float.BYTES)];
        int perChunk = ChunkCodec.CHUNK_BYTES / Float.BYTES;
        for (int from = 0; from < values.length; from += perChunk) {
            int n = Math.min(perChunk, values.length - from);
            chunk(n * Float.BYTES, Float.BYTES);
            buffer.asFloatBuffer().get(values, from, n);
        }
        return values;
    }

    byte[] bytes() {
        byte[] values = new byte[count(1)];
        for (int from = 0; from < values.length; from += ChunkCodec.CHUNK_BYTES) {
            int n = Math.min(ChunkCodec.CHUNK_BYTES, values.length - from);
            chunk(n, 1);
            System.arraycopy(raw, 0, values, from, n);
        }
        return values;
    }

    /** Moves past a column of elements of {@code width} bytes and returns their number. */
    int skip(int width) {
        int count = int32();
        if (count < 0) {
            throw corrupt("column of %d elements (expected: at least 0)".formatted(count));
        }
        for (long rest = (long) count * width; rest > 0; rest -= ChunkCodec.CHUNK_BYTES) {
            int length = (int) Math.min(rest, ChunkCodec.CHUNK_BYTES);
            int stored = int32();
            if (stored != -length && (stored > length || stored < length / MAX_RATIO)) {
                throw corrupt("chunk of %d bytes stored in %d".formatted(length, stored));
            }
            require(Math.abs(stored));
            in.position(in.position() + Math.abs(stored));
        }
        return count;
    }

    /** Reads the number of elements of a column whose chunks are all there. */
    private int count(int width) {
        int start = in.position();
        int count = skip(width);
        in.position(start + Integer.BYTES);
        return count;
    }

    private void require(int bytes) {
        if (bytes < 0 || bytes > in.remaining()) {
            throw corrupt("%d bytes at its end (expected: %d)".formatted(in.remaining(), bytes));
        }
    }

    private IllegalArgumentException corrupt(String what) {
        return new IllegalArgumentException("payload is corrupt at byte %d: %s".formatted(in.position(), what));
    }

    private void chunk(int length, int width) {
        int stored = int32();
        if (stored < 0) {
            in.get(raw, 0, length);
        } else {
            try {
                codec.decompress(payload, in.position(), stored, raw, length, width);
            } catch (LZ4Exception e) {
                throw new IllegalArgumentException("payload is corrupt at byte %d".formatted(in.position()), e);
            }
            in.position(in.position() + stored);
        }
    }
}
