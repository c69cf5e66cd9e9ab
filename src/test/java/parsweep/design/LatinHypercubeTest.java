package parsweep.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatinHypercubeTest {
    private static final int DIMENSIONS = 3;

    static IntStream counts() {
        return IntStream.rangeClosed(1, 1000);
    }

    @Test
    void everyStratumOfEveryAxisHoldsExactlyOnePointWhateverTheirNumber() {
        counts().forEach(count -> assertLatin(count, count));
    }

    @ParameterizedTest
    @ValueSource(ints = {65_536, 99_991, 100_000})
    void everyStratumOfManyHoldsExactlyOnePoint(int count) {
        assertLatin(count, 0);
    }

    /**
     * The product of {@code 1/2 + x} over five dimensions has variance {@code (1 + 1/12)^5 - 1 = 0.49}, of which 5/12 are those of
     * its additive part, which a Latin hypercube integrates almost exactly (Stein 1987, doi 10.2307/1269769). The
     * variance of its mean over n points is what is left, 0.075 / n, and that of random points would be 0.49 / n.
     */
    @Test
    void removesTheVarianceOfTheAdditivePartOfAnIntegrand() {
        int count = 500;
        int seeds = 400;

        double variance = LongStream.range(0, seeds)
                .mapToDouble(seed -> Math.pow(mean(new LatinHypercube(new Extent(count, 5), seed)) - 1, 2))
                .average()
                .orElseThrow();

        // The square of a normal deviate has standard deviation sqrt(2): five standard errors are a third of the value.
        double expected = (Math.pow(1 + 1.0 / 12, 5) - 1 - 5.0 / 12) / count;
        assertThat(variance).isCloseTo(expected, within(5 * Math.sqrt(2.0 / seeds) * expected));
    }

    private static double mean(Design design) {
        return LongStream.range(0, design.extent().count())
                .mapToDouble(i -> Arrays.stream(design.point(i)).reduce(1, (product, x) -> product * (0.5 + x)))
                .average()
                .orElseThrow();
    }

    private static void assertLatin(int count, long seed) {
        Design design = new LatinHypercube(new Extent(count, DIMENSIONS), seed);
        boolean[][] taken = new boolean[DIMENSIONS][count];
        for (int i = 0; i < count; i++) {
            double[] point = design.point(i);
            for (int j = 0; j < DIMENSIONS; j++) {
                int stratum = stratum(point[j], count);
                assertThat(taken[j][stratum])
                        .as("stratum %d of %d", stratum, count)
                        .isFalse();
                taken[j][stratum] = true;
            }
        }
    }

    /** The k with k / count <= x < (k + 1) / count, as doubles. */
    private static int stratum(double x, int count) {
        int stratum = (int) (x * count);
        if (x < (double) stratum / count) {
            return stratum - 1;
        }
        return x >= (stratum + 1.0) / count ? stratum + 1 : stratum;
    }
}
