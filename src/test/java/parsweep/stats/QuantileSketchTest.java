package parsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuantileSketchTest {
    private static final double[] PROBABILITIES = {0, 0.01, 0.25, 0.5, 0.75, 0.99, 1};

    /** Ranks of the values 0, ..., n - 1 are the values themselves, in whatever order they come. */
    static Stream<Arguments> orders() {
        LongUnaryOperator ascending = i -> i;
        LongUnaryOperator descending = i -> -1 - i;
        LongUnaryOperator scrambled = i -> i * 7919;
        LongUnaryOperator zigzag = i -> i % 2 == 0 ? i / 2 : -1 - i / 2;
        return Stream.of(ascending, descending, scrambled, zigzag)
                .flatMap(order -> Stream.of(100, 1000, 4096).map(capacity -> Arguments.of(order, capacity)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void ranksAreAsCloseAsTheSketchSays(LongUnaryOperator order, int capacity) {
        int n = 100_003; // prime, so that every order is a permutation
        QuantileSketch sketch = QuantileSketch.of(n, capacity);

        LongStream.range(0, n).forEach(i -> sketch.add(Math.floorMod(order.applyAsLong(i), n)));

        double[] quantiles = sketch.quantiles(PROBABILITIES);
        assertThat(sketch.count()).isEqualTo(n);
        assertThat(sketch.rankError()).isBetween(1e-6, 120.0 / capacity);
        for (int i = 0; i < quantiles.length; i++) {
            assertThat(Math.abs(quantiles[i] - PROBABILITIES[i] * (n - 1)))
                    .as("quantile %s", PROBABILITIES[i])
                    .isLessThanOrEqualTo(sketch.rankError() * n + 1);
        }
    }

    @Test
    void whatFitsIsExact() {
        QuantileSketch sketch = QuantileSketch.of(5, 5);

        DoubleStream.of(3, 0, 0, Double.MIN_VALUE, -7).forEach(sketch::add);

        assertThat(sketch.rankError()).isZero();
        assertThat(sketch.quantiles(0, 0.25, 0.5, 0.75, 1)).containsExactly(-7, 0, 0, Double.MIN_VALUE, 3);
    }

    @Test
    void moreValuesThanExpectedAreTakenIn() {
        QuantileSketch sketch = QuantileSketch.of(10, 1000);

        for (int i = 0; i < 100; i++) {
            sketch.add(i);
        }

        assertThat(sketch.rankError()).isPositive();
        assertThat(Math.abs(sketch.quantiles(0.5)[0] - 49.5)).isLessThanOrEqualTo(sketch.rankError() * 100 + 1);
    }

    @Test
    void nothingHasNoQuantiles() {
        assertThat(QuantileSketch.of(0, 100).quantiles(0.5)).containsExactly(Double.NaN);
    }
}
