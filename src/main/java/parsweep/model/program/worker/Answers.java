package parsweep.model.program.worker;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import parsweep.model.process.Child;

/** What a process writes, by numbers (little-endian) or by lines. What was read stays until more has to be. */
final class Answers {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private final Child child;
    private final int max;
    private byte[] buffer = new byte[1 << 16];
    private int position;
    private int end;
    private volatile boolean isWaiting;

    /**
     * @param max bytes of an answer
     */
    Answers(Child child, int max) {
        this.child = child;
        this.max = max;
    }

    /**
     * Waits until so many bytes are there.
     *
     * @return where they begin in {@link #buffer}; they are taken
     * @throws EOFException if the process ends before
     */
    int take(int bytes) throws IOException, InterruptedException {
        if (bytes < 0 || bytes > max) {
            throw new IOException("an answer of %d bytes (expected: at most %d; see limits.output)"
                    .formatted(bytes & 0xffffffffL, max));
        }
        while (end - position < bytes) {
            more(bytes);
        }
        int start = position;
        position += bytes;
        return start;
    }

    /**
     * Waits for a line.
     *
     * @return the number of its bytes, without its end; it is taken, and ends before {@link #position}
     */
    int line() throws IOException, InterruptedException {
        int scanned = 0;
        while (true) {
            for (int i = position + scanned; i < end; i++) {
                if (buffer[i] == '\n') {
                    int length = i - position;
                    position = i + 1;
                    return length;
                }
            }
            scanned = end - position;
            if (scanned >= max) {
                throw new IOException("a line of more than %d bytes (see limits.output)".formatted(max));
            }
            more(scanned + 1);
        }
    }

    /** Whether there is something to take already, though perhaps not a whole line; does not wait. */
    boolean hasMore() {
        return position < end || child.isReadable();
    }

    /** The beginning of what {@link #hasMore}; it stays. */
    String peek(int maxBytes) throws IOException, InterruptedException {
        if (position == end) {
            more(1);
        }
        return new String(buffer, position, Math.min(end - position, maxBytes), StandardCharsets.UTF_8).strip();
    }

    private void more(int bytes) throws IOException, InterruptedException {
        if (position == end) {
            position = 0;
            end = 0;
        } else if (position + bytes > buffer.length) {
            System.arraycopy(buffer, position, buffer, 0, end - position);
            end -= position;
            position = 0;
        }
        if (bytes > buffer.length || end == buffer.length) {
            buffer =
                    Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 16L, Math.max(bytes, 2L * buffer.length)));
        }
        isWaiting = true;
        int n = child.read(buffer, end, buffer.length - end);
        isWaiting = false;
        if (n < 0) {
            throw new EOFException();
        }
        end += n;
    }

    /** Whether nothing can be taken until the process writes more. May be called by any thread. */
    boolean isWaiting() {
        return isWaiting;
    }

    byte[] buffer() {
        return buffer;
    }

    int position() {
        return position;
    }

    int int32(int at) {
        return (int) INT.get(buffer, at);
    }

    long int64(int at) {
        return (long) LONG.get(buffer, at);
    }

    double real(int at) {
        return (double) DOUBLE.get(buffer, at);
    }

    void reals(int at, double[] target, int n) {
        ByteBuffer.wrap(buffer)
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(at)
                .asDoubleBuffer()
                .get(target, 0, n);
    }
}
