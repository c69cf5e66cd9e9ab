package parsweep.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultyFormulaTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "faults.txt", delimiter = '~', quoteCharacter = '`')
    void isNamedByColumnValueAndExpectation(@Nullable String formula, int column, String value, String expected) {
        FormulaException fault =
                catchThrowableOfType(FormulaException.class, () -> Formula.parse(formula == null ? "" : formula));

        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.getMessage())
                .startsWith("column %d: ".formatted(column))
                .contains(": " + value + " (expected: ")
                .contains(expected);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("1".repeat(1_000_000), 10_001),
                Arguments.of("a+".repeat(500_000), 10_001),
                Arguments.of("(".repeat(100_000), 10_001),
                Arguments.of("(".repeat(10_000), 102),
                Arguments.of("-".repeat(10_000), 102),
                Arguments.of("+".repeat(10_000), 102),
                Arguments.of("not ".repeat(2_500), 405),
                Arguments.of("1^".repeat(4_999) + "1", 203),
                Arguments.of("1 ? ".repeat(2_000), 405),
                Arguments.of("0 ? 1 : ".repeat(1_000), 805),
                Arguments.of("sin(".repeat(2_500), 405),
                Arguments.of("min(1,".repeat(1_500), 605),
                Arguments.of("1+(".repeat(3_000), 304),
                Arguments.of("1<".repeat(4_999) + "1", 22),
                Arguments.of("\u0000", 1),
                Arguments.of("a + \ud83d", 5),
                Arguments.of("a + \ud83d\ude00", 5),
                Arguments.of("\u202ea", 1),
                Arguments.of("a\u00a0+ b", 2));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefusedQuicklyHoweverLongOrDeep(String formula, int column) {
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> Formula.parse(formula))
                .satisfies(fault -> assertThat(fault.column()).isEqualTo(column))
                .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(600));
    }

    @Test
    void mayBeNestedAHundredDeep() {
        String deep = "(".repeat(100) + "a" + ")".repeat(100);

        assertThat(Formula.parse(deep).compile(List.of("a")).evaluate(new double[] {7}))
                .isEqualTo(7);
    }

    @Test
    void isNotCompiledWithoutASlotForEveryName() {
        Formula formula = Formula.parse("a + b");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> formula.compile(List.of("a")))
                .withMessageContaining("'b'");
    }
}
