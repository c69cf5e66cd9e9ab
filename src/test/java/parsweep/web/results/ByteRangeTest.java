package parsweep.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are those of RFC 9110, section 14.1.2, and their limits. */
class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-499, 10000, 0, 500",
        "bytes=500-999, 10000, 500, 1000",
        "bytes=-500, 10000, 9500, 10000",
        "bytes=9500-, 10000, 9500, 10000",
        "bytes=0-0, 10000, 0, 1",
        "bytes=-1, 10000, 9999, 10000",
        "bytes=9999-9999, 10000, 9999, 10000",
        "bytes=0-10000, 10000, 0, 10000",
        "bytes=9999-999999999999999999, 10000, 9999, 10000",
        "bytes=-20000, 10000, 0, 10000",
        "' bytes=007-9 ', 10, 7, 10",
        "bytes=0-, 1, 0, 1"
    })
    void aRangeIsCutAtTheEnd(String header, long length, long from, long to) {
        ByteRange range = Objects.requireNonNull(ByteRange.parse(header));

        assertThat(range.isWithin(length)).isTrue();
        assertThat(range.from(length)).isEqualTo(from);
        assertThat(range.to(length)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=10000-, 10000",
        "bytes=10000-10001, 10000",
        "bytes=0-, 0",
        "bytes=0-0, 0",
        "bytes=-1, 0",
        "bytes=-0, 10000"
    })
    void aRangeOfNoBytesIsNotWithinTheFile(String header, long length) {
        assertThat(Objects.requireNonNull(ByteRange.parse(header)).isWithin(length))
                .isFalse();
    }

    /** A server may ignore a range; it must if that is none. */
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes=",
                "bytes=-",
                "bytes=5-4",
                "bytes=0-1,3-4",
                "bytes=a-b",
                "bytes=0x0-1",
                "bytes 0-1",
                "rows=0-1",
                "bytes=+1-2",
                "bytes=--1",
                "bytes=1234567890123456789-"
            })
    void whatIsNotOneRangeIsAnsweredByTheWhole(String header) {
        assertThat(ByteRange.parse(header)).isNull();
    }
}
