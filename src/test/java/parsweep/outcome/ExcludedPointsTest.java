package parsweep.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.MurmurHash3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.model.Output;

/** Points that a constraint excludes have an index and no row. */
class ExcludedPointsTest {
    private static final List<Output> OUTPUTS = List.of(Output.real("y", "", ""), Output.text("t", ""));
    private static final Failure FAILURE = new Failure(FailureKind.ERROR, "diverged at 7");

    /** What each of some points comes to. */
    private enum Fate {
        DONE,
        FAILED,
        EXCLUDED
    }

    private static Fate[] fates(int count, double excluded, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> random.nextDouble() < excluded
                        ? Fate.EXCLUDED
                        : random.nextInt(4) == 0 ? Fate.FAILED : Fate.DONE)
                .toArray(Fate[]::new);
    }

    private static Block block(Fate[] fates, int from, int to) {
        OutcomeBuilder builder = new OutcomeBuilder(OUTPUTS, TestRows.POINT_BYTES);
        for (int i = from; i < to; i++) {
            switch (fates[i]) {
                case DONE -> {
                    builder.real(0, 10.0 * i);
                    builder.text(1, "point " + i);
                    builder.done(i, 0.5);
                }
                case FAILED -> builder.failed(i, 0.25, FAILURE);
                case EXCLUDED -> builder.exclude(i, i + 1, 0.125);
            }
        }
        return builder.build(from);
    }

    private static Outcomes decoded(Block block) {
        return new Outcomes(block.payload(), OUTPUTS);
    }

    private static long count(Fate[] fates, Fate fate) {
        return Arrays.stream(fates).filter(one -> one == fate).count();
    }

    @ParameterizedTest(name = "{0} excluded")
    @ValueSource(doubles = {0, 0.01, 0.5, 0.99, 1})
    void everyPointIsFoundAsWhatItCameTo(double excluded) {
        Fate[] fates = fates(1000, excluded, 3);

        Outcomes outcomes = decoded(block(fates, 0, 1000));

        assertThat(outcomes.points()).isEqualTo(1000);
        assertThat(outcomes.rows()).isEqualTo((int) (1000 - count(fates, Fate.EXCLUDED)));
        int next = 0;
        for (int i = 0; i < fates.length; i++) {
            int row = outcomes.row(i);
            if (fates[i] == Fate.EXCLUDED) {
                assertThat(row).as("row of %d", i).isEqualTo(-1 - next);
                continue;
            }
            assertThat(row).as("row of %d", i).isEqualTo(next++);
            assertThat(outcomes.offset(row)).isEqualTo(i);
            assertThat(outcomes.failure(row)).isEqualTo(fates[i] == Fate.FAILED ? FAILURE : null);
            assertThat(outcomes.get(0, row)).isEqualTo(fates[i] == Fate.FAILED ? null : (Object) (10.0 * i));
            assertThat(outcomes.get(1, row)).isEqualTo(fates[i] == Fate.FAILED ? null : "point " + i);
        }
    }

    @Test
    void aBlockCountsThemAndTheTimeOfFindingThem() {
        Fate[] fates = fates(1000, 0.5, 4);

        Block block = block(fates, 0, 1000);

        assertThat(block.count()).isEqualTo(1000);
        assertThat((long) block.excluded()).isEqualTo(count(fates, Fate.EXCLUDED));
        assertThat((long) block.failed()).isEqualTo(count(fates, Fate.FAILED));
        assertThat(block.seconds())
                .isCloseTo(
                        0.5 * count(fates, Fate.DONE) + 0.25 * block.failed() + 0.125 * block.excluded(), within(1e-9));
        assertThat(block.sampledSeconds()).contains(0.5f, 0.25f).doesNotContain(0.125f);
    }

    @Test
    void failuresAreGroupedByTheirIndices() {
        OutcomeBuilder builder = new OutcomeBuilder(OUTPUTS, TestRows.POINT_BYTES);
        builder.exclude(100, 190, 0);
        builder.failed(190, 0, FAILURE);
        builder.exclude(191, 193, 0);
        builder.failed(193, 0, FAILURE);

        assertThat(builder.build(100).failures())
                .containsExactly(
                        new FailureGroup(FailureKind.ERROR, "diverged at #", "diverged at 7", 2, List.of(190L, 193L)));
    }

    /** The oracle is the hash of Commons Codec. */
    @Test
    void theirIndicesCountInTheFingerprint() {
        OutcomeBuilder builder = new OutcomeBuilder(OUTPUTS, TestRows.POINT_BYTES);
        builder.exclude(41, 43, 0);

        long high = 0;
        long low = 0;
        for (long index = 41; index < 43; index++) {
            ByteBuffer words = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            words.putLong(index).putLong(2);
            long[] hash = MurmurHash3.hash128x64(words.array());
            high += hash[0];
            low += hash[1];
        }
        assertThat(builder.build(41).fingerprint()).isEqualTo(new Fingerprint(high, low));
    }

    @Test
    void theFingerprintIsTheSameHoweverPointsAreCutIntoBlocks() {
        Fate[] fates = fates(1000, 0.7, 5);
        Fingerprint whole = block(fates, 0, 1000).fingerprint();

        Fingerprint sum = Fingerprint.NONE;
        for (int from = 0; from < 1000; from += 37) {
            sum = sum.plus(block(fates, from, Math.min(from + 37, 1000)).fingerprint());
        }

        assertThat(sum).isEqualTo(whole);
    }

    @Test
    void tenMillionOfThemTakeNoMoreThanAFewBytes() {
        OutcomeBuilder builder = new OutcomeBuilder(OUTPUTS, TestRows.POINT_BYTES);
        builder.exclude(0, 5_000_000, 0);
        builder.real(0, 1);
        builder.text(1, "");
        builder.done(5_000_000, 0);
        builder.exclude(5_000_001, 10_000_000, 0);

        Block block = builder.build(0);

        assertThat(block.payload().length).isLessThan(100);
        assertThat(decoded(block).row(5_000_000)).isZero();
        assertThat(decoded(block).row(9_999_999)).isEqualTo(-2);
    }

    @Test
    void aCopyAndAClearedBuilderAreNotConfusedByThem() {
        Fate[] fates = fates(300, 0.5, 6);
        OutcomeBuilder builder = new OutcomeBuilder(OUTPUTS, TestRows.POINT_BYTES);
        builder.exclude(0, 2, 0);
        builder.failed(2, 0, FAILURE);
        OutcomeBuilder copy = builder.copy();
        builder.exclude(3, 50, 0);
        builder.clear();
        builder.failed(0, 0, FAILURE);

        assertThat(copy.points()).isEqualTo(3);
        assertThat(copy.build(0).excluded()).isEqualTo(2);
        assertThat(builder.build(0).excluded()).isZero();
        assertThat(builder.build(0).payload()[0]).isEqualTo((byte) PayloadFormat.VERSION);
        assertThat(block(fates, 0, 300).payload()[0]).isEqualTo((byte) PayloadFormat.SPARSE_VERSION);
    }

    @Test
    void aTruncatedPayloadIsRefusedWhereverItEnds() {
        byte[] payload = block(fates(60, 0.5, 7), 0, 60).payload();

        for (int length = 0; length < payload.length; length++) {
            byte[] truncated = Arrays.copyOf(payload, length);
            assertThatIllegalArgumentException()
                    .as("%d bytes", length)
                    .isThrownBy(() -> new Outcomes(truncated, OUTPUTS))
                    .withMessageStartingWith("payload");
        }
    }

    @Test
    void aFlippedBitIsRefusedOrLeavesAPayloadThatCanBeRead() {
        byte[] payload = block(fates(60, 0.5, 7), 0, 60).payload();

        for (int bit = 0; bit < payload.length * 8; bit++) {
            byte[] flipped = payload.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            Throwable thrown = catchThrowable(() -> {
                Outcomes outcomes = new Outcomes(flipped, OUTPUTS);
                for (int row = 0; row < outcomes.rows(); row++) {
                    assertThat(outcomes.offset(row)).isBetween(0, outcomes.points() - 1);
                    outcomes.get(0, row);
                    outcomes.get(1, row);
                }
            });

            if (thrown != null) {
                assertThat(thrown)
                        .as("bit %d of byte %d", bit % 8, bit / 8)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("payload");
            }
        }
    }
}
