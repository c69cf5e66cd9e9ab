package parsweep.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every numeric axis promises, and what each refuses. */
class NumericAxisTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    static Stream<NumericAxis> axes() {
        Random random = new Random(7);
        return Stream.generate(() -> random).limit(200).flatMap(r -> {
            double a = number(r);
            double b = number(r);
            long num = r.nextInt(40);
            return Stream.<NumericAxis>of(
                    Numbers.of(r.doubles(num).toArray()),
                    Numbers.ofBooleans(r.nextBoolean(), r.nextBoolean()),
                    new Linspace(a, b, num),
                    new Linspace(Math.rint(a), Math.rint(b), num),
                    Arange.of(a, b, (b - a) / (1 + num)),
                    Arange.of(Math.rint(a), b, Math.rint(b) < Math.rint(a) ? -2 : 2),
                    new Logspace(new Linspace(a % 300, b % 300, num), 10),
                    new Geomspace(Math.abs(a), Math.abs(b), num),
                    new Geomspace(a, a, num),
                    new Geomspace(-Math.abs(a), -Math.nextUp(Math.nextUp(Math.abs(a))), num));
        });
    }

    /** Of every magnitude from a thousandth to a thousand. */
    private static double number(Random random) {
        return random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3);
    }

    @Test
    void everyKindOfAxisIsTried() {
        assertThat(axes().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(NumericAxis.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("axes")
    void valuesLieBetweenTheLeastAndTheGreatestAndReachBoth(NumericAxis axis) {
        double[] values = values(axis).toArray();

        assertThat(axis.min()).isEqualTo(DoubleStream.of(values).min().orElse(INFINITY));
        assertThat(axis.max()).isEqualTo(DoubleStream.of(values).max().orElse(-INFINITY));
    }

    @ParameterizedTest
    @MethodSource("axes")
    void integersAreWholeAndSmallEnoughToBeExact(NumericAxis axis) {
        boolean whole = values(axis).allMatch(value -> value == Math.rint(value) && Math.abs(value) <= 0x1p53);

        assertThat(axis.type() != ValueType.INTEGER || whole).isTrue();
    }

    private static DoubleStream values(NumericAxis axis) {
        return LongStream.range(0, axis.size()).mapToDouble(axis::value);
    }

    static List<Arguments> refused() {
        return List.of(
                refused(() -> Numbers.of(1, NAN), "NaN in a list of numbers", "finite"),
                refused(() -> Numbers.of(-INFINITY), "-Infinity in a list of numbers", "finite"),
                refused(() -> new Linspace(NAN, 1, 3), "linspace from NaN to 1.0", "finite"),
                refused(() -> new Linspace(0, INFINITY, 3), "linspace from 0.0 to Infinity", "finite"),
                refused(() -> new Linspace(-1e308, 1e308, 3), "linspace from -1.0E308 to 1.0E308", "finite"),
                refused(() -> new Linspace(0, 1, -1), "num -1", "at least 0"),
                refused(() -> Arange.of(0, 1, 0), "arange from 0.0 to 1.0 by 0.0", "a step that is not zero"),
                refused(() -> Arange.of(0, 1, NAN), "by NaN", "finite"),
                refused(() -> Arange.of(0, NAN, 1), "to NaN", "finite"),
                refused(() -> Arange.of(-INFINITY, 0, 1), "from -Infinity", "finite"),
                refused(() -> Arange.of(0, 1, INFINITY), "by Infinity", "finite"),
                refused(() -> Arange.of(1e16, 2e16, 0.5), "by 0.5", "a step that is not zero"),
                refused(() -> Arange.of(0, 1e30, 1), "arange of 1.0E30 values", "fewer than 2^53"),
                refused(() -> Arange.of(0, 1e300, 1e-300), "arange of Infinity values", "fewer than 2^53"),
                refused(() -> new Arange(0, 1, -1), "arange of -1 values", "at least 0"),
                refused(() -> new Arange(NAN, 1, 3), "from NaN", "finite"),
                refused(() -> new Arange(0, NAN, 1), "by NaN", "finite"),
                refused(() -> new Arange(0, 1e308, 3), "arange of 3 values from 0.0 by 1.0E308", "finite"),
                refused(() -> new Logspace(new Linspace(0, 1, 2), 0), "base 0.0", "greater than 0"),
                refused(() -> new Logspace(new Linspace(0, 1, 2), -2), "base -2.0", "greater than 0"),
                refused(() -> new Logspace(new Linspace(0, 1, 2), NAN), "base NaN", "finite"),
                refused(() -> new Logspace(new Linspace(0, 1, 2), INFINITY), "base Infinity", "finite"),
                refused(() -> new Logspace(new Linspace(0, 309, 2), 10), "10.0^309.0", "finite"),
                refused(() -> new Logspace(new Linspace(0, NAN, 2), 10), "to NaN", "finite"),
                refused(() -> new Geomspace(0, 1, 3), "geomspace from 0.0 to 1.0", "not zero"),
                refused(() -> new Geomspace(-1, 1, 3), "geomspace from -1.0 to 1.0", "of one sign"),
                refused(() -> new Geomspace(NAN, 1, 3), "from NaN", "finite"),
                refused(() -> new Geomspace(1, INFINITY, 3), "to Infinity", "finite"),
                refused(() -> new Geomspace(1, 2, -1), "num -1", "at least 0"));
    }

    private static Arguments refused(Supplier<Axis> axis, String value, String expectation) {
        return Arguments.of(axis, value, expectation);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void whatCannotBeIsRefusedWithTheValueAndTheExpectation(Supplier<Axis> axis, String value, String expectation) {
        assertThatIllegalArgumentException()
                .isThrownBy(axis::get)
                .withMessageContaining(value)
                .withMessageContaining("(expected: ")
                .withMessageContaining(expectation);
    }
}
