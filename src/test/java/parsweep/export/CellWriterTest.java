package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellWriterTest {
    /**
     * Both decimals of one digit less that enclose the number read back as some other double. Two digits are the fewest
     * that Java writes.
     */
    @Test
    void writesDoublesWithTheFewestDigitsThatReadBack() throws IOException {
        Random random = new Random(1);
        double[] values = DoubleStream.concat(
                        Tables.REALS.stream().mapToDouble(Double::doubleValue),
                        DoubleStream.generate(() -> Tables.real(random)).limit(20_000))
                .filter(Double::isFinite)
                .toArray();

        for (double value : values) {
            String text = written(value);
            int digits = new BigDecimal(text).stripTrailingZeros().precision();

            assertThat(Double.valueOf(text)).isEqualTo(value);
            if (digits > 2) {
                assertThat(withDigits(value, digits - 1)).as(text).doesNotContain(value);
            }
        }
    }

    private static List<Double> withDigits(double value, int digits) {
        return Stream.of(RoundingMode.UP, RoundingMode.DOWN)
                .map(mode -> new BigDecimal(value)
                        .round(new MathContext(digits, mode))
                        .doubleValue())
                .toList();
    }

    /** The first three are 16 or 17 digits to {@code Double.toString} before JDK 19. */
    @ParameterizedTest
    @CsvSource({
        "2E23, 2.0E23",
        "1E23, 1.0E23",
        "8.41E21, 8.41E21",
        "2E-3, 0.002",
        "4.9E-324, 4.9E-324",
        "1.7976931348623157E308, 1.7976931348623157E308",
        "-0.0, -0.0",
        "1E7, 1.0E7",
        "123456, 123456.0"
    })
    void writesDoublesAsJavaDoes(double value, String text) throws IOException {
        assertThat(written(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_535, 65_536, 65_537, 200_000})
    void keepsTheOrderWhateverTheSize(int length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CellWriter cells = new CellWriter(out);
        String text = "µ".repeat(length / 2) + "x".repeat(length % 2);

        cells.character('<');
        cells.utf8(text);
        cells.integer(Long.MIN_VALUE);
        cells.utf8(text);
        cells.character('>');
        cells.flush();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("<" + text + Long.MIN_VALUE + text + ">");
    }

    private static String written(double value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CellWriter cells = new CellWriter(out);
        cells.real(value);
        cells.flush();
        return out.toString(StandardCharsets.US_ASCII);
    }
}
