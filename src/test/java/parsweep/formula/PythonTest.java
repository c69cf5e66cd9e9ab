package parsweep.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Formulas against Python 3.11 and NumPy 2.4.6. The table was printed by {@code formulas.py} beside it. */
class PythonTest {
    @ParameterizedTest(name = "{0} ({1})")
    @CsvFileSource(resources = "formulas.txt", delimiter = '|', maxCharsPerColumn = 200)
    void agreesWithPython(String formula, String values, int ulps, String expected) {
        double[] point =
                Stream.of(values.split(", ")).mapToDouble(PythonTest::number).toArray();

        double value = Formula.parse(formula).compile(List.of("a", "b", "c")).evaluate(point);

        double right = number(expected);
        if (ulps == 0 || !Double.isFinite(right) || right == 0) {
            assertThat((Object) value).isEqualTo(right); // by Double.equals: NaN is NaN, -0 is not 0
        } else {
            assertThat(Math.abs(value - right) / Math.ulp(right))
                    .as("%s ulps", value)
                    .isLessThanOrEqualTo(ulps);
        }
    }

    private static double number(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
