package parsweep.outcome;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads what {@link PayloadWriter} wrote, in the same order; columns can be skipped without decoding them. */
final class PayloadReader {
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
        return in.get();
    }

    int int32() {
        return in.getInt();
    }

    String text() {
        int length = int32();
        String text = new String(payload, in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    double[] doubles() {
        double[] values = new double[int32()];
        int perChunk = ChunkCodec.CHUNK_BYTES / Double.BYTES;
        for (int from = 0; from < values.length; from += perChunk) {
            int n = Math.min(perChunk, values.length - from);
            chunk(n * Double.BYTES, Double.BYTES);
            buffer.asDoubleBuffer().get(values, from, n);
        }
        return values;
    }

    long[] longs() {
        long[] values = new long[int32()];
        int perChunk = ChunkCodec.CHUNK_BYTES / Long.BYTES;
        for (int from = 0; from < values.length; from += perChunk) {
            int n = Math.min(perChunk, values.length - from);
            chunk(n * Long.BYTES, Long.BYTES);
            buffer.asLongBuffer().get(values, from, n);
        }
        return values;
    }

    int[] ints() {
        int[] values = new int[int32()];
        int perChunk = ChunkCodec.CHUNK_BYTES / Integer.BYTES;
        for (int from = 0; from < values.length; from += perChunk) {
            int n = Math.min(perChunk, values.length - from);
            chunk(n * Integer.BYTES, Integer.BYTES);
            buffer.asIntBuffer().get(values, from, n);
        }
        return values;
    }

    float[] floats() {
        float[] values = new float[int32()];
        int perChunk = ChunkCodec.CHUNK_BYTES / Float.BYTES;
        for (int from = 0; from < values.length; from += perChunk) {
            int n = Math.min(perChunk, values.length - from);
            chunk(n * Float.BYTES, Float.BYTES);
            buffer.asFloatBuffer().get(values, from, n);
        }
        return values;
    }

    byte[] bytes() {
        byte[] values = new byte[int32()];
        for (int from = 0; from < values.length; from += ChunkCodec.CHUNK_BYTES) {
            int n = Math.min(ChunkCodec.CHUNK_BYTES, values.length - from);
            chunk(n, 1);
            System.arraycopy(raw, 0, values, from, n);
        }
        return values;
    }

    /** Moves past a column of elements of {@code width} bytes. */
    void skip(int width) {
        long rest = (long) int32() * width;
        while (rest > 0) {
            int stored = Math.abs(int32());
            in.position(in.position() + stored);
            rest -= Math.min(rest, ChunkCodec.CHUNK_BYTES);
        }
    }

    private void chunk(int length, int width) {
        int stored = int32();
        if (stored < 0) {
            in.get(raw, 0, length);
        } else {
            codec.decompress(payload, in.position(), stored, raw, length, width);
            in.position(in.position() + stored);
        }
    }
}
