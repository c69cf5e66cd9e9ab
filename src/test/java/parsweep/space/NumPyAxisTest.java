package parsweep.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Axes against NumPy 2.4.6. The table was printed by {@code numpy-axes.py} beside it; its decimals are the shortest
 * that stand for one double.
 */
class NumPyAxisTest {
    @ParameterizedTest(name = "{0}({1})")
    @CsvFileSource(resources = "numpy-axes.txt", delimiter = '|')
    void agreesWithNumPy(String function, String arguments, long size, String values) {
        List<String> given = Stream.of(arguments.split(", ")).toList();
        double start = Double.parseDouble(given.get(0));
        double stop = Double.parseDouble(given.get(1));
        String last = given.get(2);

        switch (function) {
            case "linspace" -> assertSameBits(new Linspace(start, stop, Long.parseLong(last)), size, values);
            case "arange" -> assertSameBits(Arange.of(start, stop, Double.parseDouble(last)), size, values);
            case "logspace" -> {
                Linspace exponents = new Linspace(start, stop, Long.parseLong(last));
                double base = given.size() > 3 ? Double.parseDouble(given.get(4)) : 10;
                // Two libraries' powers, each within 2 units in the last place of the true one.
                assertClose(new Logspace(exponents, base), size, values, 4 * Math.ulp(1.0));
            }
            case "geomspace" -> {
                double exponent = Math.max(Math.abs(Math.log10(Math.abs(start))), Math.abs(Math.log10(Math.abs(stop))));
                // As above, and exponents that differ by 2 units in their last place.
                double relative = 4 * Math.ulp(1.0) + Math.log(10) * 2 * Math.ulp(exponent);
                assertClose(new Geomspace(start, stop, Long.parseLong(last)), size, values, relative);
            }
            default -> throw new IllegalArgumentException(function);
        }
    }

    private static void assertSameBits(NumericAxis axis, long size, String values) {
        assertThat(axis.size()).isEqualTo(size);
        expected(values)
                .forEach((position, value) -> assertThat(bits(axis.value(position)))
                        .as("value %d, %s beside NumPy's %s", position, axis.value(position), value)
                        .isEqualTo(bits(value)));
    }

    private static void assertClose(NumericAxis axis, long size, String values, double relative) {
        assertThat(axis.size()).isEqualTo(size);
        expected(values)
                .forEach((position, value) -> assertThat(axis.value(position))
                        .as("value %d", position)
                        .isCloseTo(value, within(relative * Math.abs(value))));
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }

    private static Map<Long, Double> expected(@Nullable String values) {
        return values == null
                ? Map.of() // an axis without values
                : Arrays.stream(values.split(" "))
                        .map(pair -> pair.split(":"))
                        .collect(Collectors.toMap(pair -> Long.valueOf(pair[0]), pair -> Double.valueOf(pair[1])));
    }
}
