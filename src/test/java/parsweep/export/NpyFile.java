package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An {@code .npy} file of version 1.0 taken apart by the letter of its specification, for machines without NumPy.
 * Anything out of place is an {@link AssertionError}.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
 */
record NpyFile(NumPyArray array, int dataStart) {
    private static final int PREFIX = 10;

    /** As {@code numpy.lib.format} writes it: keys in alphabetic order, a trailing comma, spaces, a line feed. */
    private static final Pattern HEADER =
            Pattern.compile("\\{'descr': '([^']+)', 'fortran_order': False, 'shape': \\(([0-9, ]+)\\), \\} *\n");

    static NpyFile parse(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.get()).as("first byte").isEqualTo((byte) 0x93);
        assertThat(ascii(bytes, 5)).isEqualTo("NUMPY");
        assertThat(List.of(bytes.get(), bytes.get())).as("version").containsExactly((byte) 1, (byte) 0);
        int headerLength = Short.toUnsignedInt(bytes.getShort());
        assertThat((PREFIX + headerLength) % 64).as("alignment of the data").isZero();
        Matcher header = HEADER.matcher(ascii(bytes, headerLength));
        assertThat(header.matches()).as("header %s", header).isTrue();
        List<Integer> shape =
                Stream.of(header.group(2).split(", ?")).map(Integer::valueOf).toList();
        int count = shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
        List<Object> values = values(header.group(1), count, bytes);
        assertThat(bytes.hasRemaining()).as("bytes beyond the shape").isFalse();
        return new NpyFile(new NumPyArray(header.group(1), shape, values), PREFIX + headerLength);
    }

    private static List<Object> values(String type, int count, ByteBuffer bytes) {
        Supplier<Object> next = switch (type) {
            case "<f8" -> bytes::getDouble;
            case "<i8" -> bytes::getLong;
            case "|b1" -> () -> flag(bytes.get());
            default -> {
                assertThat(type).matches("<U[1-9][0-9]*");
                int length = Integer.parseInt(type.substring(2));
                yield () -> text(bytes, length);
            }
        };
        List<Object> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(next.get());
        }
        return values;
    }

    private static boolean flag(byte value) {
        assertThat(value).isBetween((byte) 0, (byte) 1);
        return value == 1;
    }

    /** UTF-32 without the NULs that fill it up. */
    private static String text(ByteBuffer bytes, int length) {
        StringBuilder text = new StringBuilder();
        int end = 0;
        for (int i = 0; i < length; i++) {
            int codePoint = bytes.getInt();
            text.appendCodePoint(codePoint);
            if (codePoint != 0) {
                end = text.length();
            }
        }
        return text.substring(0, end);
    }

    private static String ascii(ByteBuffer bytes, int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.US_ASCII);
    }
}
