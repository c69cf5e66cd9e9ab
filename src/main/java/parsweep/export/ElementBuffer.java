package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Elements of arrays on their way out, in blocks. */
final class ElementBuffer {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ByteBuffer bytes;

    ElementBuffer(ByteOrder order) {
        bytes = ByteBuffer.allocate(BUFFER_BYTES).order(order);
    }

    void real(double value, OutputStream out) throws IOException {
        reserve(Double.BYTES, out).putDouble(value);
    }

    void integer(long value, OutputStream out) throws IOException {
        reserve(Long.BYTES, out).putLong(value);
    }

    /** 32 bits. */
    void word(int value, OutputStream out) throws IOException {
        reserve(Integer.BYTES, out).putInt(value);
    }

    /** 8 bits. */
    void octet(int value, OutputStream out) throws IOException {
        reserve(1, out).put((byte) value);
    }

    void reals(double[] values, int from, int count, OutputStream out) throws IOException {
        flush(out);
        int perBuffer = BUFFER_BYTES / Double.BYTES;
        for (int done = 0; done < count; done += perBuffer) {
            int n = Math.min(perBuffer, count - done);
            bytes.asDoubleBuffer().put(values, from + done, n);
            bytes.position(n * Double.BYTES);
            flush(out);
        }
    }

    void nans(int count, OutputStream out) throws IOException {
        for (int i = 0; i < count; i++) {
            real(Double.NaN, out);
        }
    }

    void flush(OutputStream out) throws IOException {
        out.write(bytes.array(), 0, bytes.position());
        bytes.clear();
    }

    private ByteBuffer reserve(int more, OutputStream out) throws IOException {
        if (bytes.remaining() < more) {
            flush(out);
        }
        return bytes;
    }
}
