package parsweep.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SobolTest {
    /** Joe and Kuo, "Notes on generating Sobol' sequences" (2008), section 3 for the first ten in three dimensions. */
    @Test
    void beginsAsPublished() {
        Sobol sobol = new Sobol(new Extent(10, 3));

        assertThat(IntStream.range(0, 10).mapToObj(sobol::point)).containsExactly(new double[][] {
            {0, 0, 0},
            {0.5, 0.5, 0.5},
            {0.75, 0.25, 0.25},
            {0.25, 0.75, 0.75},
            {0.375, 0.375, 0.625},
            {0.875, 0.875, 0.125},
            {0.625, 0.125, 0.875},
            {0.125, 0.625, 0.375},
            {0.1875, 0.3125, 0.9375},
            {0.6875, 0.8125, 0.4375}
        });
    }

    /** Hipparchus reads the same table but grows its numbers and skips on its own, as far as an int goes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1023, 123_456_789, Integer.MAX_VALUE - 1})
    void agreesWithHipparchusInAThousandDimensions(int index) {
        double[] expected = new SobolSequenceGenerator(1000).skipTo(index);

        double[] point = new Sobol(new Extent(1L << 31, 1000)).point(index);

        assertThat(point).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 1", "true, 2"})
    void everyAxisIsCutIntoEqualPartsThatHoldOnePointEach(boolean scrambled, long seed) {
        int count = 1 << 10;
        double[][] points = points(count, 1000, scrambled, seed);

        for (int j = 0; j < 1000; j++) {
            int dimension = j;
            assertThat(Arrays.stream(points).mapToInt(point -> (int) (point[dimension] * count)))
                    .doesNotHaveDuplicates();
        }
    }

    /**
     * A pair of dimensions is a (t, m, 2)-net with t at most the degrees of their primitive polynomials less one each,
     * 0 for the first dimension: of 2^m points, every rectangle of 2^-a by 2^-b with a + b = m - t holds 2^t.
     */
    @ParameterizedTest
    @CsvSource({
        "false, 0, 0, 1, 0", "false, 0, 0, 2, 1", "false, 0, 1, 2, 1", "false, 0, 0, 3, 2", "false, 0, 2, 3, 3",
        "false, 0, 3, 4, 4", "false, 0, 0, 5, 3", "true, 1, 0, 1, 0", "true, 1, 0, 2, 1", "true, 2, 1, 2, 1",
        "true, 3, 2, 3, 3", "true, 4, 3, 4, 4"
    })
    void pairsOfDimensionsAreNets(boolean scrambled, long seed, int first, int second, int t) {
        int m = 12;
        double[][] points = points(1 << m, 6, scrambled, seed);

        for (int a = 0; a <= m - t; a++) {
            int b = m - t - a;
            int[] held = new int[1 << (m - t)];
            for (double[] point : points) {
                held[((int) (point[first] * (1 << a)) << b) | (int) (point[second] * (1 << b))]++;
            }
            assertThat(held).as("rectangles of 2^-%d by 2^-%d", a, b).containsOnly(1 << t);
        }
    }

    @Test
    void aScrambledSequenceDoesNotContainTheOrigin() {
        assertThat(List.of(1L, 2L, 3L))
                .allSatisfy(seed -> assertThat(
                                Arrays.stream(points(1 << 10, 3, true, seed)).flatMapToDouble(Arrays::stream))
                        .doesNotContain(0.0));
    }

    private static double[][] points(int count, int dimensions, boolean scrambled, long seed) {
        Extent extent = new Extent(count, dimensions);
        Sobol sobol = scrambled ? new Sobol(extent, seed) : new Sobol(extent);
        return IntStream.range(0, count).mapToObj(sobol::point).toArray(double[][]::new);
    }
}
