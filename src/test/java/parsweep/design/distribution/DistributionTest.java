package parsweep.design.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parsweep.design.Extent;
import parsweep.design.RandomPoints;
import parsweep.space.Numbers;
import parsweep.space.Texts;
import parsweep.space.ValueType;
import parsweep.space.Values;

class DistributionTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double LAST = Math.nextDown(1.0);

    /** Distributions of numbers of every kind, some of them at the limits of doubles. */
    static List<NumericDistribution> all() {
        return List.of(
                new Uniform(0, 1),
                new Uniform(-1e-300, 1e300),
                new Uniform(1, Math.nextUp(1.0)),
                new LogUniform(1e-3, 10),
                new LogUniform(Double.MIN_VALUE, Double.MAX_VALUE),
                new LogUniform(5, Math.nextUp(5.0)),
                new Normal(-3, 1e-9),
                new Normal(1e300, 1e300),
                new TruncatedNormal(0, 1, -1, 2),
                new TruncatedNormal(0, 1e-150, 3e-150, 1e150),
                new TruncatedNormal(0, 1e-150, -1e150, -3e-150),
                new TruncatedNormal(0, 1e-3, 1e3, 1e4),
                new TruncatedNormal(0, 1, 2, Math.nextUp(2.0)),
                new TruncatedNormal(0, 4, -1, 1),
                new Triangular(0, 1, 3),
                new Triangular(-1, -1, 1),
                new Triangular(-1e300, 1e300, 1e300),
                new RandInt(1, 9),
                new RandInt(-(1L << 53), 0),
                new RandInt(1L << 53, (1L << 53) + 1));
    }

    @Test
    void thePropertiesAreCheckedOnDistributionsOfEveryKind() {
        Stream<Class<?>> checked = all().stream().map(Object::getClass);

        assertThat(checked).contains(NumericDistribution.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("all")
    void quantilesAreWithinTheBoundsAndGrowWithTheProbability(NumericDistribution distribution) {
        double[] quantiles = DoubleStream.concat(
                        DoubleStream.of(0, 0x1p-106, 0x1p-54, 0x1p-53, 1e-9),
                        DoubleStream.concat(
                                IntStream.range(1, 1000).mapToDouble(i -> i / 1000.0),
                                DoubleStream.of(1 - 0x1p-30, LAST)))
                .map(distribution::quantile)
                .toArray();

        // Where two formulas meet, values that are equal may be told apart by a few roundings.
        double rounding = 8
                * Math.ulp(Arrays.stream(quantiles).skip(1).map(Math::abs).max().orElseThrow());
        for (int i = 1; i < quantiles.length; i++) {
            assertThat(quantiles[i]).isBetween(distribution.min(), distribution.max());
            assertThat(quantiles[i]).isFinite().isGreaterThanOrEqualTo(quantiles[i - 1] - rounding);
        }
        assertThat(quantiles[0]).isCloseTo(distribution.min(), within(rounding));
    }

    static List<Arguments> moments() {
        double standardDensityAt1 = Math.exp(-0.5) / Math.sqrt(2 * Math.PI);
        double mass = 0.6826894921370859; // of the normal distribution over [-1, 1]
        return List.of(
                Arguments.of(new Uniform(2, 5), 3.5, 9.0 / 12),
                Arguments.of(
                        new LogUniform(1, Math.E), Math.E - 1, (Math.E * Math.E - 1) / 2 - Math.pow(Math.E - 1, 2)),
                Arguments.of(new Normal(-3, 2), -3.0, 4.0),
                Arguments.of(new TruncatedNormal(0, 1, -1, 1), 0.0, 1 - 2 * standardDensityAt1 / mass),
                Arguments.of(new Triangular(0, 1, 5), 2.0, (1 + 25 - 5) / 18.0),
                Arguments.of(new RandInt(1, 9), 4.5, 63.0 / 12));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void randomPointsHaveItsMeanAndVariance(NumericDistribution distribution, double mean, double variance) {
        int n = 100_000;
        RandomPoints points = new RandomPoints(new Extent(n, 1), 1);
        double[] values = IntStream.range(0, n)
                .mapToDouble(i -> distribution.quantile(points.point(i)[0]))
                .toArray();

        // Of the mean, the standard error is sqrt(variance / n); of the variance, at most that of the normal
        // distribution, variance sqrt(2 / n), as the others have lighter tails. 5 of them: one good build in 150,000
        // fails.
        double found = Arrays.stream(values).average().orElseThrow();
        double foundVariance = Arrays.stream(values)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        assertThat(found).isCloseTo(mean, within(5 * Math.sqrt(variance / n)));
        assertThat(foundVariance).isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / n)));
    }

    @Test
    void wholeNumbersAreEquallyLikelyAndTheirEndIsNotReached() {
        RandInt distribution = new RandInt(1, 9);

        int[] counts = new int[10];
        IntStream.range(0, 8000).forEach(i -> counts[(int) distribution.quantile(i / 8000.0)]++);

        assertThat(counts).containsExactly(0, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 0);
        assertThat(distribution.type()).isEqualTo(ValueType.INTEGER);
        assertThat(distribution.quantile(LAST)).isEqualTo(8);
    }

    @Test
    void aChoiceGivesEveryValueInTurn() {
        Choice choice = new Choice(new Texts(List.of("a", "b", "b", "c")));
        Values values = new Values(List.of(ValueType.TEXT));

        List<String> read = DoubleStream.of(0, 0.2, 0.25, 0.6, 0.75, LAST)
                .mapToObj(u -> {
                    choice.read(u, 0, values);
                    return values.text(0);
                })
                .toList();

        assertThat(read).containsExactly("a", "a", "b", "b", "c", "c");
    }

    static List<Arguments> refused() {
        return List.of(
                refused(() -> new Uniform(1, 1), "uniform over [1.0, 1.0)", "low < high"),
                refused(() -> new Uniform(NAN, 1), "uniform over [NaN", "finite"),
                refused(() -> new Uniform(0, INFINITY), "Infinity)", "finite"),
                refused(() -> new Uniform(-1e308, 1e308), "1.0E308)", "finite"),
                refused(() -> new LogUniform(0, 1), "loguniform over [0.0, 1.0)", "0 < low"),
                refused(() -> new LogUniform(2, 1), "loguniform over [2.0, 1.0)", "low < high"),
                refused(() -> new LogUniform(1, NAN), "NaN)", "finite"),
                refused(() -> new LogUniform(1, INFINITY), "Infinity)", "finite"),
                refused(() -> new Normal(0, 0), "sd 0.0", "sd > 0"),
                refused(() -> new Normal(0, NAN), "sd NaN", "sd > 0"),
                refused(() -> new Normal(NAN, 1), "mean NaN", "finite"),
                refused(() -> new Normal(0, 1e308), "sd 1.0E308", "finite"),
                refused(() -> new TruncatedNormal(0, -1, 0, 1), "sd -1.0", "sd > 0"),
                refused(() -> new TruncatedNormal(0, 1, 1, 1), "[1.0, 1.0)", "low < high"),
                refused(() -> new TruncatedNormal(0, INFINITY, 0, 1), "sd Infinity", "finite"),
                refused(() -> new TruncatedNormal(0, 1, -INFINITY, 1), "[-Infinity", "finite"),
                refused(() -> new TruncatedNormal(0, 1e-300, 0, 1e300), "1.0E300)", "finite"),
                refused(() -> new TruncatedNormal(NAN, 1, 0, 1), "mean NaN", "finite"),
                refused(() -> new Triangular(0, 2, 1), "mode 2.0", "low <= mode <= high"),
                refused(() -> new Triangular(1, 1, 1), "mode 1.0", "low < high"),
                refused(() -> new Triangular(0, NAN, 1), "mode NaN", "finite"),
                refused(() -> new Triangular(-1e308, 0, 1e308), "1.0E308)", "finite"),
                refused(() -> new RandInt(3, 3), "randint over [3, 3)", "low < high"),
                refused(() -> new RandInt(-1, 1L << 53), "randint over [-1", "at most 2^53 values"),
                refused(() -> new RandInt(Long.MIN_VALUE, Long.MAX_VALUE), "randint", "at most 2^53 values"),
                refused(() -> new Choice(Numbers.of()), "a choice of 0 values", "at least 1"));
    }

    private static Arguments refused(Supplier<Distribution> distribution, String value, String expectation) {
        return Arguments.of(distribution, value, expectation);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void whatCannotBeIsRefusedWithTheValueAndTheExpectation(
            Supplier<Distribution> distribution, String value, String expectation) {
        assertThatIllegalArgumentException()
                .isThrownBy(distribution::get)
                .withMessageContaining(value)
                .withMessageContaining("(expected: ")
                .withMessageContaining(expectation);
    }
}
