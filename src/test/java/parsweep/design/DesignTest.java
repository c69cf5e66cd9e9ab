package parsweep.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import parsweep.space.Space;

/** What every design promises. */
class DesignTest {
    static List<Function<Long, Design>> seeded() {
        return Designs.seeded(1L << 40, 5);
    }

    @Test
    void thePropertiesAreCheckedOnDesignsOfEveryKind() {
        Stream<Class<?>> checked =
                Stream.of(Designs.values()).map(kind -> kind.of(1, 1).getClass());

        assertThat(checked)
                .contains(Stream.of(Design.class.getPermittedSubclasses())
                        .filter(kind -> kind != SensitivityDesign.class) // see SensitivityDesignTest
                        .toArray(Class<?>[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void coordinatesAreInTheHalfOpenUnitInterval(Designs kind) {
        for (long count : new long[] {1, 2, 3, 1000, 1L << 31, (1L << 53) - 1, 1L << 53}) {
            Design design = kind.of(count, 20);
            LongStream.concat(
                            LongStream.range(0, Math.min(count, 500)),
                            LongStream.range(Math.max(0, count - 500), count))
                    .forEach(index -> assertThat(design.point(index))
                            .as("point %d of %d", index, count)
                            .hasSize(20)
                            .matches(point -> Arrays.stream(point).allMatch(u -> u >= 0 && u < 1)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPointDoesNotDependOnWhatWasReadBefore(Designs kind) {
        Design design = kind.of(300, 7);
        List<double[]> forward = IntStream.range(0, 300).mapToObj(design::point).toList();

        List<Integer> indices = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
        Collections.shuffle(indices, new Random(1));

        Design other = kind.of(300, 7);
        assertThat(indices).allSatisfy(index -> assertThat(other.point(index)).containsExactly(forward.get(index)));
    }

    @ParameterizedTest
    @EnumSource
    void theFirstDimensionsAreThoseOfADesignOfFewer(Designs kind) {
        Design few = kind.of(64, 3);
        Design many = kind.of(64, 90);

        assertThat(IntStream.range(0, 64))
                .allSatisfy(
                        index -> assertThat(Arrays.copyOf(many.point(index), 3)).containsExactly(few.point(index)));
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(5)
    void anyPointOfTheLargestDesignIsReadAtOnce(Designs kind) {
        Design design = kind.of(Space.MAX_SIZE, 10);

        // A hundred times the time that 10,000 points need.
        double sum = LongStream.range(0, 10_000)
                .map(i -> Space.MAX_SIZE - 1 - i * 900_000_000_000L)
                .mapToDouble(index -> Arrays.stream(design.point(index)).sum())
                .sum();

        assertThat(sum).isPositive();
    }

    @ParameterizedTest
    @MethodSource("seeded")
    void anotherSeedGivesOtherPoints(Function<Long, Design> design) {
        assertThat(design.apply(0L).point(12345))
                .containsExactly(design.apply(0L).point(12345));
        for (long seed : new long[] {1, 2, Space.MAX_SIZE}) {
            double[] other = design.apply(seed).point(12345);
            assertThat(IntStream.range(0, 5)
                            .filter(j -> other[j] == design.apply(0L).point(12345)[j]))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeded")
    void overSeedsAPointIsUniformAndItsCoordinatesAreUncorrelated(Function<Long, Design> design) {
        int seeds = 4000;
        double[][] points = IntStream.range(0, seeds)
                .mapToObj(seed -> design.apply((long) seed).point(12345))
                .toArray(double[][]::new);

        // Standard errors are sqrt(1/12n) of the mean, and 1/12 sqrt(1/n) of a mean product of two centred coordinates.
        // 15 figures for each of 4 designs within 5 of them: the fixed seeds would fail for one good design in 30,000.
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < i; j++) {
                int a = i;
                int b = j;
                double covariance = Arrays.stream(points)
                        .mapToDouble(point -> (point[a] - 0.5) * (point[b] - 0.5))
                        .average()
                        .orElseThrow();
                assertThat(covariance).isCloseTo(0, within(5 / (12 * Math.sqrt(seeds))));
            }
            int a = i;
            double mean = Arrays.stream(points)
                    .mapToDouble(point -> point[a])
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(0.5, within(5 * Math.sqrt(1.0 / (12 * seeds))));
        }
    }

    /**
     * The product of {@code 1/2 + x} over five dimensions has mean 1 and variance {@code (1 + 1/12)^5 - 1 = 0.49}, so that
     * the root mean square error of 4096 random points is 0.011. The factors are those that were found, rounded down
     * by a fifth; that of the Sobol sequence is its first point's, which scrambling mends.
     */
    @ParameterizedTest
    @CsvSource({"SOBOL, 15", "SCRAMBLED_SOBOL, 50", "HALTON, 2.8", "SCRAMBLED_HALTON, 10"})
    void integratesASmoothFunctionBetterThanRandomPointsBy(Designs kind, double factor) {
        int count = 4096;
        double random = Math.sqrt((Math.pow(1 + 1.0 / 12, 5) - 1) / count);
        Design design = kind.of(count, 5);

        double mean = IntStream.range(0, count)
                .mapToDouble(i -> Arrays.stream(design.point(i)).reduce(1, (product, x) -> product * (0.5 + x)))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(1, within(random / factor));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0 points",
        "-1, 1, -1 points",
        "9007199254740993, 1, 9007199254740993 points",
        "1, 0, 0 dimensions"
    })
    void anExtentOfNothingOrOfTooMuchIsRefused(long count, int dimensions, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Extent(count, dimensions))
                .withMessageContaining(value)
                .withMessageContaining("(expected: from 1 to 9007199254740992 points, at least 1)");
    }

    @ParameterizedTest
    @CsvSource({
        "SOBOL, 1000, sobol",
        "SCRAMBLED_SOBOL, 1000, sobol",
        "HALTON, 100, halton",
        "SCRAMBLED_HALTON, 100, halton"
    })
    void sequencesHaveALargestNumberOfDimensions(Designs kind, int max, String name) {
        assertThat(kind.of(10, max).point(9)).hasSize(max);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kind.of(10, max + 1))
                .withMessage("%d parameters (expected: at most %d for %s)", max + 1, max, name);
    }
}
