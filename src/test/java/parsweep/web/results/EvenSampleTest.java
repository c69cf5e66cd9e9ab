package parsweep.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EvenSampleTest {
    @Test
    void indicesAreThoseWhereTheQuotientSteps() {
        for (long size = 1; size < 60; size++) {
            for (long count = 1; count < 70; count++) {
                EvenSample sample = new EvenSample(1000, size, count);
                long n = size;
                long c = Math.min(count, size);

                long[] taken =
                        LongStream.range(0, sample.count()).map(sample::index).toArray();

                assertThat(taken)
                        .containsExactly(LongStream.range(0, n)
                                .filter(i -> i == 0 || i * c / n > (i - 1) * c / n)
                                .map(i -> 1000 + i)
                                .toArray());
            }
        }
    }

    @Test
    void theNextTakenIndexIsFoundFromAnywhere() {
        EvenSample sample = new EvenSample(10, 100, 7); // 10 25 39 53 68 82 96
        long[] taken = LongStream.range(0, 7).map(sample::index).toArray();

        for (long index = 0; index < 120; index++) {
            long from = index;
            assertThat(sample.ceiling(index))
                    .isEqualTo(LongStream.of(taken)
                            .filter(one -> one >= from)
                            .findFirst()
                            .orElse(Long.MAX_VALUE));
            assertThat(sample.before(index))
                    .isEqualTo(LongStream.of(taken).filter(one -> one < from).count());
        }
    }

    /** Products of such a size and such a count would not fit into a long. */
    @Test
    void theLargestSweepIsSampledEvenly() {
        long size = 1L << 53;
        EvenSample sample = new EvenSample(0, size, EvenSample.MAX_COUNT);

        long last = sample.index(EvenSample.MAX_COUNT - 1);

        assertThat(last).isBetween(size - size / EvenSample.MAX_COUNT - 1, size - 1);
        assertThat(sample.before(last)).isEqualTo(EvenSample.MAX_COUNT - 1);
    }

    @Test
    void anEmptyRunHasAnEmptySample() {
        EvenSample sample = new EvenSample(5, 0, 3);

        assertThat(sample.count()).isZero();
        assertThat(sample.ceiling(0)).isEqualTo(Long.MAX_VALUE);
    }
}
