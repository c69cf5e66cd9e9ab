package parsweep.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import parsweep.random.PointStream;

class NormalStreamTest {
    private static final double FALSE_ALARM_RATE = 1e-6;

    private final NormalStream stream = new NormalStream(PointStream.of(20, 0));

    @Test
    void hasTheBitsOfXoshiro256PlusPlus() {
        UniformRandomProvider seeds = PointStream.of(20, 0);
        XoShiRo256PlusPlus expected = new XoShiRo256PlusPlus(
                new long[] {seeds.nextLong(), seeds.nextLong(), seeds.nextLong(), seeds.nextLong()});

        for (int i = 0; i < 1000; i++) {
            assertThat(stream.nextLong()).isEqualTo(expected.nextLong());
        }
    }

    @Test
    void fillingIsDrawingOneByOne() {
        NormalStream other = new NormalStream(PointStream.of(20, 0));
        double[] values = new double[10_000];

        stream.fill(values, values.length);

        for (double value : values) {
            assertThat(value).isEqualTo(other.nextNormal());
        }
        assertThat(stream.nextLong()).isEqualTo(other.nextLong());
    }

    @Test
    void normalsFollowTheNormalDistribution() {
        double[] sample = new double[2_000_000];
        stream.fill(sample, sample.length);

        assertThat(KolmogorovSmirnov.statistic(sample, NormalStreamTest::normalCdf))
                .isLessThan(KolmogorovSmirnov.critical(FALSE_ALARM_RATE));
    }

    /** The Kolmogorov-Smirnov test is blind far out, where the tail of the ziggurat is a code path of its own. */
    @Test
    void theTailIsAsHeavyAsItShouldBe() {
        double[] from = {3, 3.654152885361009, 4};
        int[] above = new int[from.length];
        int[] below = new int[from.length];
        double[] sample = new double[1_000_000];
        for (int round = 0; round < 20; round++) {
            stream.fill(sample, sample.length);
            for (double x : sample) {
                for (int i = 0; i < from.length && Math.abs(x) > from[i]; i++) {
                    (x > 0 ? above : below)[i]++;
                }
            }
        }

        for (int i = 0; i < from.length; i++) {
            // Poisson counts of some 27,000, 2,600 and 630: 5 standard deviations fail one good build in 1.7 million.
            double expected = 20.0 * sample.length * normalCdf(-from[i]);
            assertThat((double) above[i]).isCloseTo(expected, within(5 * Math.sqrt(expected)));
            assertThat((double) below[i]).isCloseTo(expected, within(5 * Math.sqrt(expected)));
        }
    }

    @Test
    void exponentialsFollowTheExponentialDistribution() {
        double[] sample = new double[1_000_000];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = stream.nextExponential();
        }

        assertThat(KolmogorovSmirnov.statistic(sample, x -> -Math.expm1(-x)))
                .isLessThan(KolmogorovSmirnov.critical(FALSE_ALARM_RATE));
    }

    @Test
    void uniformsFollowTheUniformDistribution() {
        double[] sample = new double[1_000_000];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = stream.nextDouble();
        }

        assertThat(Arrays.stream(sample)).allMatch(u -> u >= 0 && u < 1);
        assertThat(KolmogorovSmirnov.statistic(sample, u -> u))
                .isLessThan(KolmogorovSmirnov.critical(FALSE_ALARM_RATE));
    }

    private static double normalCdf(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }
}
