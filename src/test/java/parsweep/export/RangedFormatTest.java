package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;
import static parsweep.export.RoundTripTest.tablesFor;
import static parsweep.export.RoundTripTest.written;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Formats of which a client may ask for some bytes. */
class RangedFormatTest {
    private static final MemoryTable TABLE = Tables.random(5, 301, 0.1).inBatchesOf(7);

    static List<RangedFormat> formats() {
        return ResultFormats.all().stream()
                .filter(RangedFormat.class::isInstance)
                .map(RangedFormat.class::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theLengthIsKnownBeforehand(RangedFormat format) throws IOException {
        for (MemoryTable table : tablesFor(format, TABLE)) {
            assertThat(format.content(table).length()).isEqualTo(written(format, table).length);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anyRangeIsAPartOfTheWhole(RangedFormat format) throws IOException {
        Random random = new Random(1);
        for (MemoryTable table : tablesFor(format, TABLE)) {
            byte[] whole = written(format, table);
            for (int i = 0; i < 500; i++) {
                int from = random.nextInt(whole.length);
                int to =
                        from + 1 + random.nextInt(i % 2 == 0 ? Math.min(20, whole.length - from) : whole.length - from);

                assertThat(range(format, table, from, to)).isEqualTo(Arrays.copyOfRange(whole, from, to));
            }
            assertThat(range(format, table, whole.length - 1, whole.length)).containsExactly(whole[whole.length - 1]);
        }
    }

    private static byte[] range(RangedFormat format, MemoryTable table, long from, long to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.content(table).write(from, to, out);
        return out.toByteArray();
    }
}
