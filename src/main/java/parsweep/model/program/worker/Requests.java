package parsweep.model.program.worker;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Points that were sent and are not answered yet, as the bytes that were sent, the oldest first; and at the end the point
 * that is just being written. Used by one thread.
 */
final class Requests extends ByteArrayOutputStream {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private int[] ends = new int[64]; // where each request ends in the buffer
    private int first; // position in ends of the oldest
    private int next; // position in ends after the newest
    private int start; // of the oldest in the buffer

    void int32(int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            write(value >>> (i * Byte.SIZE));
        }
    }

    void int64(long value) {
        grow(Long.BYTES);
        LONG.set(buf, count, value);
        count += Long.BYTES;
    }

    void real(double value) {
        int64(Double.doubleToRawLongBits(value));
    }

    private void grow(int bytes) {
        if (buf.length - count < bytes) {
            buf = Arrays.copyOf(buf, 2 * buf.length + bytes);
        }
    }

    int pending() {
        return next - first;
    }

    /** Bytes that are pending. */
    int bytes() {
        return committed() - start;
    }

    private int committed() {
        return next == first ? start : ends[next - 1];
    }

    /** Begins to write a request, whatever has been written since the last one was added. */
    void begin() {
        if (next == first) {
            first = 0;
            next = 0;
            start = 0;
        } else if (start > buf.length / 2 || first > ends.length / 2) {
            compact();
        }
        count = committed();
    }

    private void compact() {
        int end = committed();
        System.arraycopy(buf, start, buf, 0, end - start);
        for (int i = first; i < next; i++) {
            ends[i - first] = ends[i] - start;
        }
        next -= first;
        first = 0;
        start = 0;
    }

    /** Whether what has been written since {@link #begin} is the oldest request. */
    boolean isOldest() {
        return isPending(0);
    }

    /** Whether what has been written since {@link #begin} is the request that so many others have been sent before. */
    boolean isPending(int before) {
        int at = first + before;
        return at < next && Arrays.equals(buf, before == 0 ? start : ends[at - 1], ends[at], buf, committed(), count);
    }

    /** Adds what has been written since {@link #begin}. */
    void add() {
        if (next == ends.length) {
            ends = Arrays.copyOf(ends, 2 * next);
        }
        ends[next++] = count;
    }

    /** Bytes written since {@link #begin}. */
    int length() {
        return count - committed();
    }

    /** Takes the oldest away. */
    void remove() {
        start = ends[first++];
    }

    /** The bytes of all requests; those to be sent end at {@link #end}. */
    byte[] buffer() {
        return buf;
    }

    int end() {
        return committed();
    }
}
