package parsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParetoFrontTest {
    /** Small whole numbers, so that there are ties in every objective and equal points. */
    @ParameterizedTest
    @CsvSource({
        "1, 3000, 50",
        "2, 3000, 50",
        "2, 3000, 1000000",
        "3, 3000, 12",
        "3, 3000, 1000000",
        "4, 2000, 8",
        "5, 1000, 30"
    })
    void isWhatComparingAllPairsFinds(int objectives, int count, int distinct) {
        SplittableRandom random = new SplittableRandom(objectives * 1000L + distinct);
        double[][] points = IntStream.range(0, count)
                .mapToObj(i ->
                        random.ints(objectives, 0, distinct).asDoubleStream().toArray())
                .toArray(double[][]::new);
        ParetoFront front = new ParetoFront(100 - ParetoFront.MAX_SIZE); // thins out whenever 100 are gathered

        for (int i = 0; i < count; i++) {
            front.add(i, points[i]);
        }

        long[] expected = IntStream.range(0, count)
                .filter(i -> Arrays.stream(points).noneMatch(other -> dominates(other, points[i])))
                .asLongStream()
                .toArray();
        assertThat(front.indices()).containsExactlyInAnyOrder(expected);
    }

    private static boolean dominates(double[] a, double[] b) {
        return IntStream.range(0, a.length).allMatch(i -> a[i] <= b[i]) && !Arrays.equals(a, b);
    }

    @Test
    void comesInTheOrderOfTheFirstObjective() {
        ParetoFront front = new ParetoFront();

        front.add(7, 3, 1);
        front.add(8, 1, 3);
        front.add(9, 2, Double.NaN);
        front.add(10, 3, 1);
        front.add(11, 3, 2);
        front.add(12, Double.NEGATIVE_INFINITY, 4);

        assertThat(front.indices()).containsExactly(12, 8, 7, 10);
    }

    @Test
    void zerosAreEqualWhateverTheirSign() {
        ParetoFront front = new ParetoFront();

        front.add(0, 0.0, -0.0);
        front.add(1, -0.0, 0.0);

        assertThat(front.indices()).containsExactly(0, 1);
    }

    @Test
    void aFrontOfTooManyPointsIsRefused() {
        ParetoFront front = new ParetoFront();
        for (int i = 0; i <= ParetoFront.MAX_SIZE; i++) {
            front.add(i, i, -i);
        }

        assertThatExceptionOfType(ParetoFront.TooLargeException.class).isThrownBy(front::indices);
    }
}
