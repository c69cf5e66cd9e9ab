package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.core.io.schubfach.DoubleToDecimal;

/**
 * Writes cells of text formats through a buffer of its own: a download of 10<sup>7</sup> numbers is bound by this.
 *
 * <p>Doubles are written with the fewest digits that read back as the same double (Raffaello Giulietti's Schubfach,
 * 2020), by Jackson's copy of it, since {@link Double#toString(double)} does so from JDK 19 on only.
 */
final class CellWriter {
    /** The longest number: a double of 24 characters. */
    private static final int MAX_NUMBER = 32;

    private final OutputStream out;
    private final byte[] buffer = new byte[64 * 1024];
    private int size;

    CellWriter(OutputStream out) {
        this.out = out;
    }

    void character(char ascii) throws IOException {
        reserve(1);
        buffer[size++] = (byte) ascii;
    }

    /** Text of ASCII characters, at most some hundred. */
    @SuppressWarnings("deprecation") // the one way to copy ASCII out of a string without an array in between
    void ascii(String text) throws IOException {
        reserve(text.length());
        text.getBytes(0, text.length(), buffer, size);
        size += text.length();
    }

    void integer(long value) throws IOException {
        reserve(MAX_NUMBER);
        size = NumberOutput.outputLong(value, buffer, size);
    }

    /** A finite number. */
    void real(double value) throws IOException {
        ascii(DoubleToDecimal.toString(value));
    }

    /** A number as it is written, whether it is finite or not. */
    static String text(double value) {
        return DoubleToDecimal.toString(value);
    }

    void utf8(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > buffer.length) {
            flush();
            out.write(bytes);
            return;
        }
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
        out.flush();
    }

    private void reserve(int more) throws IOException {
        if (size + more > buffer.length) {
            out.write(buffer, 0, size);
            size = 0;
        }
    }
}
