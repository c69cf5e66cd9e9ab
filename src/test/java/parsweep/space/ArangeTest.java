package parsweep.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArangeTest {
    @ParameterizedTest(name = "[{0}, {1}) by {2}")
    @CsvSource({
        "0, 1, 0.1, 10",
        "1, 1.3, 0.1, 3",
        "0, 0.3, 0.1, 3",
        "1, 1.6, 0.1, 6",
        "1, 0, -0.1, 10",
        "0, 100, 1, 100",
        "2, 202, 2, 100",
        "5, 5, 1, 0",
        "5, 1, 1, 0",
        "1, 5, -1, 0",
        "0, 1, 3, 1",
        "0, 9007199254740991, 1, 9007199254740991",
    })
    void countsWhatAPersonCounts(double start, double stop, double step, long count) {
        assertThat(Arange.of(start, stop, step).size()).isEqualTo(count);
    }

    /** Beyond 2^53 the values are whatever multiple of 2 is nearest, here 2 apart instead of 1.5. */
    @Test
    @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a loop of hours heeds no interrupt
    void aStepThatRoundingLengthensIsCountedAtOnce() {
        Arange axis = Arange.of(1e16, 1.5e16, 1.5);

        assertThat(axis.size()).isEqualTo(2_500_000_000_000_000L);
        assertThat(axis.value(axis.size() - 1)).isEqualTo(1.5e16 - 2);
    }

    @ParameterizedTest(name = "[{0}, {1}) by {2}")
    @CsvSource({"0, 4.9e-324, 10", "0, -4.9e-324, -10", "0, 1e-300, 1e300", "1e308, 1.5e308, 1e308"})
    void aStopThatVanishesBesideTheStepLeavesTheStart(double start, double stop, double step) {
        Arange axis = Arange.of(start, stop, step);

        assertThat(axis.size()).isEqualTo(1);
        assertThat(axis.value(0)).isEqualTo(start);
    }

    static LongStream seeds() {
        return LongStream.range(0, 2000);
    }

    /** Decimals, so that the stop is often reached but for rounding. */
    @ParameterizedTest
    @MethodSource("seeds")
    void neverReachesItsStopAndLeavesNoRoomForOneMore(long seed) {
        Random random = new Random(seed);
        double scale = Math.pow(10, random.nextInt(5));
        double step = (1 + random.nextInt(30)) / scale * (random.nextBoolean() ? 1 : -1);
        double start = (random.nextInt(2000) - 1000) / scale;
        double stop = start + step * (1 + random.nextInt(1000));
        Arange axis = Arange.of(start, stop, step);

        double last = axis.value(axis.size() - 1);

        assertThat((stop - last) * Math.signum(step)).isPositive();
        // One more value would be past the stop, or short of it by no more than the rounding of what is added up.
        double rounding = 4 * Math.ulp(Math.max(Math.abs(start), Math.abs(stop))) * axis.size();
        assertThat((last + step - stop) * Math.signum(step)).isGreaterThan(-rounding);
    }
}
