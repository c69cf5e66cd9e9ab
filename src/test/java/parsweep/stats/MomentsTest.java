package parsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    private static final double[] VALUES = DoubleStream.iterate(1, x -> (x * 16807) % 2147483647)
            .limit(10_000)
            .map(x -> 1e6 + x / 1e7)
            .toArray();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 5000, 9999, 10_000})
    void partsMergeIntoTheWhole(int cut) {
        Moments whole = of(VALUES);
        Moments left = of(DoubleStream.of(VALUES).limit(cut).toArray());

        left.merge(of(DoubleStream.of(VALUES).skip(cut).toArray()));

        assertThat(left.count()).isEqualTo(whole.count());
        assertThat(left.sum()).isCloseTo(whole.sum(), within(Math.ulp(whole.sum())));
        assertThat(left.mean()).isCloseTo(whole.mean(), within(Math.ulp(whole.mean())));
        assertThat(left.variance()).isCloseTo(whole.variance(), within(1e-9 * whole.variance()));
        assertThat(left.min()).isEqualTo(whole.min());
        assertThat(left.max()).isEqualTo(whole.max());
    }

    @Test
    void whatDoesNotExistIsNaN() {
        Moments none = new Moments();
        Moments one = of(3);

        assertThat(DoubleStream.of(none.mean(), none.min(), none.max(), none.variance(), none.standardError()))
                .containsOnly(Double.NaN);
        assertThat(one.mean()).isEqualTo(3);
        assertThat(one.variance()).isNaN();
        assertThat(MeanInterval.of(one, 0.95)).isEqualTo(new MeanInterval(Double.NaN, Double.NaN));
    }

    @Test
    void theSumLosesNothing() {
        assertThat(of(1e16, 1, -1e16, 1).sum()).isEqualTo(2);
    }

    @Test
    void theMeanOfHugeNumbersIsFinite() {
        assertThat(of(1.6e308, 1.6e308, 1.6e308).mean()).isEqualTo(1.6e308);
    }

    private static Moments of(double... values) {
        Moments moments = new Moments();
        DoubleStream.of(values).forEach(moments::add);
        return moments;
    }
}
