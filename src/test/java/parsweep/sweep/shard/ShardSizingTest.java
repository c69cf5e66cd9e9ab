package parsweep.sweep.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.outcome.Fingerprint;
import parsweep.sweep.state.Tally;

class ShardSizingTest {
    private static final Duration SLICE = Duration.ofSeconds(2);

    private static Tally tally(long finished, double seconds) {
        return new Tally(finished, 0, 0, seconds, 0, Fingerprint.NONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 1_000_000, 1L << 53})
    void aShardIsOnePointWhileNothingIsKnown(long remaining) {
        assertThat(ShardSizing.count(Tally.NONE, remaining, 8, SLICE)).isOne();
    }

    @ParameterizedTest(name = "{0} points in {1} s, {2} left, {3} shards: {4}")
    @CsvSource({
        "1000, 1.0,  1000000000, 8, 2000", // 1 ms a point: two seconds of it
        "10,   1.0,  1000000000, 8, 20",
        "1,    1.9,  1000000000, 8, 1",
        "1,    2.1,  1000000000, 8, 1",
        "1,    3600, 1000000000, 8, 1",
        "1000, 1.0,  8000,       8, 1000", // an even share
        "1000, 1.0,  808,        8, 101",
        "1000, 1.0,  799,        8, 100", // a tenth of a second at least
        "1000, 1.0,  8,          8, 8", // all that is left
        "1000, 0,    8000000000, 8, 1000000000",
        // too fast to be measured counts as a nanosecond a point
        "1000, 0,    1000000000000, 8, 1999999999" // 2 / 1e-9, rounded down
    })
    void aShardIsTwoSecondsOfWorkOrAnEvenShareOfTheRest(
            long finished, double seconds, long remaining, int window, long expected) {
        assertThat(ShardSizing.count(tally(finished, seconds), remaining, window, SLICE))
                .isEqualTo(expected);
    }

    @Test
    void aShardIsNeverEmptyNorMoreThanIsLeft() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            long remaining = 1 + (random.nextLong() >>> (11 + random.nextInt(52)));
            double secondsPerPoint = Math.pow(10, random.nextDouble(-12, 8));
            long finished = 1 + (random.nextLong() >>> (11 + random.nextInt(52)));

            long count = ShardSizing.count(
                    tally(finished, finished * secondsPerPoint), remaining, random.nextInt(1, 200), SLICE);

            assertThat(count).isBetween(1L, remaining);
        }
    }

    @Test
    void aSlowerModelNeverGetsLargerShards() {
        long last = Long.MAX_VALUE;
        for (double seconds = 1e-9; seconds < 1e6; seconds *= 1.5) {
            long count = ShardSizing.count(tally(1, seconds), 1_000_000, 8, SLICE);

            assertThat(count).isLessThanOrEqualTo(last);
            last = count;
        }
        assertThat(last).isOne();
    }
}
