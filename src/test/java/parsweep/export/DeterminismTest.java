package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;
import static parsweep.export.RoundTripTest.tablesFor;
import static parsweep.export.RoundTripTest.written;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Equal tables are equal files, whoever writes them, when, and where. */
class DeterminismTest {
    private static final MemoryTable TABLE = Tables.random(7, 500, 0.1);

    static List<ResultFormat> formats() {
        return ResultFormats.all();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aTableIsTheSameFileEachTime(ResultFormat format) throws IOException {
        for (MemoryTable table : tablesFor(format, TABLE)) {
            assertThat(written(format, table)).isEqualTo(written(format, table));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void batchesLeaveNoTrace(ResultFormat format) throws IOException {
        for (MemoryTable table : tablesFor(format, TABLE)) {
            byte[] whole = written(format, table);

            assertThat(written(format, table.inBatchesOf(1))).isEqualTo(whole);
            assertThat(written(format, table.inBatchesOf(0, 64, 3))).isEqualTo(whole);
        }
    }

    /** A date in a ZIP archive is that of a wall clock. */
    @ParameterizedTest
    @MethodSource("formats")
    void timeZonesLeaveNoTrace(ResultFormat format) throws IOException {
        TimeZone before = TimeZone.getDefault();
        for (MemoryTable table : tablesFor(format, TABLE)) {
            try {
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Pago_Pago")); // 11 hours behind Greenwich
                byte[] west = written(format, table);
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati")); // 14 hours ahead of it
                byte[] east = written(format, table);

                assertThat(east).isEqualTo(west);
            } finally {
                TimeZone.setDefault(before);
            }
        }
    }

    /** Some languages have digits, signs and decimal points of their own. */
    @ParameterizedTest
    @MethodSource("formats")
    void languagesLeaveNoTrace(ResultFormat format) throws IOException {
        Locale before = Locale.getDefault();
        for (MemoryTable table : tablesFor(format, TABLE)) {
            byte[] file = written(format, table);
            try {
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

                assertThat(written(format, table)).isEqualTo(file);
            } finally {
                Locale.setDefault(before);
            }
        }
    }
}
