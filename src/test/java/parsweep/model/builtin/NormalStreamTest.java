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
        double[] sample = new double[20_000_000];
        stream.fill(sample, sample.length);

        for (double from : new double[] {3, 3.654152885361009, 4}) {
            long above = 0;
            long below = 0;
            for (double x : sample) {
                above += x > from ? 1 : 0;
                below += x < -from ? 1 : 0;
            }
            // Poisson counts of some 27,000, 2,600 and 630: 5 standard deviations fail one good build in 1.7 million.
            double expected = sample.length * normalCdf(-from);
            assertThat((double) above).isCloseTo(expected, within(5 * Math.sqrt(expected)));
            assertThat((double) below).isCloseTo(expected, within(5 * Math.sqrt(expected)));
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
