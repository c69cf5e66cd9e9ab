package parsweep.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.commons.codec.digest.MurmurHash3;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import parsweep.model.Output;
import parsweep.model.Shape;

class FingerprintTest {
    private static final List<Output> OUTPUTS = List.of(
            Output.real("r", "", "").allowingNonFinite(),
            Output.integer("i", "", ""),
            Output.flag("f", ""),
            Output.text("t", ""),
            Output.array("a", Shape.VARYING, "", ""),
            Output.array("b", Shape.VARYING, "", ""));

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Point(double r, long i, boolean f, String t, double[] a, double[] b) {
        static Point plain() {
            return new Point(1, 2, true, "text", new double[] {3, 4}, new double[] {5});
        }

        Point with(String text) {
            return new Point(r, i, f, text, a, b);
        }

        Point with(double real) {
            return new Point(real, i, f, t, a, b);
        }

        Point with(double[] first, double[] second) {
            return new Point(r, i, f, t, first, second);
        }

        void set(OutcomeBuilder builder) {
            builder.real(0, r);
            builder.integer(1, i);
            builder.flag(2, f);
            builder.text(3, t);
            builder.array(4, a);
            builder.array(5, b);
        }

        Fingerprint fingerprint(long index, double seconds) {
            OutcomeBuilder builder = new OutcomeBuilder(OUTPUTS, TestRows.POINT_BYTES);
            set(builder);
            builder.done(index, seconds);
            return builder.build(index).fingerprint();
        }

        Fingerprint fingerprint() {
            return fingerprint(7, 0);
        }
    }

    private static Fingerprint failed(long index, Failure failure) {
        OutcomeBuilder builder = new OutcomeBuilder(OUTPUTS, TestRows.POINT_BYTES);
        builder.failed(index, 0, failure);
        return builder.build(index).fingerprint();
    }

    private static Fingerprint murmur(long... words) {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(words);
        long[] hash = MurmurHash3.hash128x64(bytes.array());
        return new Fingerprint(hash[0], hash[1]);
    }

    @Test
    void aPointIsHashedWordByWordAsDocumented() {
        Point point = new Point(-1.5, -9, true, "größer", new double[] {2, Double.MIN_VALUE}, new double[0]);

        byte[] utf8 = "größer".getBytes(StandardCharsets.UTF_8);
        assertThat(utf8).hasSize(8);
        long text = ByteBuffer.wrap(utf8).order(ByteOrder.LITTLE_ENDIAN).getLong();
        long real = Double.doubleToLongBits(-1.5);
        long two = Double.doubleToLongBits(2);
        assertThat(point.fingerprint(123, 0)).isEqualTo(murmur(123, 0, real, -9, 1, 8, text, 2, two, 1, 0));
        assertThat(failed(123, new Failure(FailureKind.ERROR, ""))).isEqualTo(murmur(123, 1));
    }

    @RepeatedTest(20)
    void anySplitIntoBlocksInAnyOrderGivesTheSameSum(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        TestRows rows = TestRows.ofAllColumns(200, 0.2, 1);
        List<Fingerprint> parts = new ArrayList<>();
        for (int from = 0; from < rows.count(); ) {
            int to = Math.min(rows.count(), from + 1 + random.nextInt(repetition.getCurrentRepetition() * 5));
            parts.add(rows.block(from, to).fingerprint());
            from = to;
        }

        Collections.shuffle(parts, random);
        Fingerprint sum = parts.stream().reduce(Fingerprint.NONE, Fingerprint::plus);

        assertThat(sum).isEqualTo(rows.block().fingerprint());
    }

    @Test
    void everyBitOfARealCounts() {
        Set<Fingerprint> seen = new HashSet<>(Set.of(Point.plain().with(0.0).fingerprint()));

        for (int bit = 0; bit < 64; bit++) {
            double flipped = Double.longBitsToDouble(1L << bit);
            assertThat(seen.add(Point.plain().with(flipped).fingerprint()))
                    .as("bit %d", bit)
                    .isTrue();
        }
    }

    @Test
    void everyBitOfAnElementCounts() {
        Set<Fingerprint> seen = new HashSet<>();

        for (int element = 0; element < 5; element++) {
            for (int bit = 0; bit < 62; bit++) { // up to 2^62 there is no NaN or infinity
                double[] values = new double[5];
                values[element] = Double.longBitsToDouble(1L << bit);
                Fingerprint fingerprint =
                        Point.plain().with(values, new double[0]).fingerprint();
                assertThat(seen.add(fingerprint))
                        .as("element %d, bit %d", element, bit)
                        .isTrue();
            }
        }
    }

    @Test
    void everyOtherDifferenceOfOutputsCounts() {
        Point plain = Point.plain();
        List<Point> different = List.of(
                plain,
                new Point(1, 3, true, "text", new double[] {3, 4}, new double[] {5}),
                new Point(1, 2, false, "text", new double[] {3, 4}, new double[] {5}),
                plain.with("texu"),
                plain.with("text "),
                plain.with("text\0"),
                plain.with("text\0\0\0\0"),
                plain.with(""),
                plain.with("\0"),
                plain.with(new double[] {4, 3}, new double[] {5}),
                plain.with(new double[] {3}, new double[] {4, 5}),
                plain.with(new double[] {3, 4, 5}, new double[0]),
                plain.with(new double[0], new double[] {3, 4, 5}),
                plain.with(new double[] {3, 4}, new double[] {5, 0}));

        List<Fingerprint> fingerprints =
                different.stream().map(Point::fingerprint).toList();

        assertThat(fingerprints).doesNotHaveDuplicates();
    }

    @Test
    void theIndexCounts() {
        Fingerprint one = Point.plain().fingerprint(1, 0);

        assertThat(Point.plain().fingerprint(2, 0)).isNotEqualTo(one);
        assertThat(Point.plain().fingerprint(1L << 52, 0)).isNotEqualTo(one);
        assertThat(failed(1, new Failure(FailureKind.ERROR, "")))
                .isNotEqualTo(failed(2, new Failure(FailureKind.ERROR, "")));
    }

    @Test
    void whetherAPointFailedCountsButNotHow() {
        Fingerprint error = failed(7, new Failure(FailureKind.ERROR, "a"));

        assertThat(error).isNotEqualTo(Point.plain().fingerprint());
        assertThat(failed(7, new Failure(FailureKind.TIMEOUT, "b", 3))).isEqualTo(error);
    }

    @Test
    void outputsThatAFailedPointHadSetDoNotCount() {
        OutcomeBuilder builder = new OutcomeBuilder(OUTPUTS, TestRows.POINT_BYTES);
        Point.plain().set(builder);
        Failure failure = new Failure(FailureKind.ERROR, "");
        builder.failed(7, 0, failure);

        assertThat(builder.build(7).fingerprint()).isEqualTo(failed(7, failure));
    }

    @Test
    void neitherTheTimeNorThePayloadOfANaNCounts() {
        Point nan = Point.plain().with(Double.NaN);
        Point other = Point.plain().with(Double.longBitsToDouble(0xfff0_0000_0000_0001L));

        assertThat(nan.fingerprint(7, 123)).isEqualTo(nan.fingerprint());
        assertThat(other.fingerprint()).isEqualTo(nan.fingerprint());
    }

    @Test
    void minusUndoesPlus() {
        Fingerprint a = new Fingerprint(Long.MAX_VALUE, -5);
        Fingerprint b = new Fingerprint(Long.MAX_VALUE - 3, Long.MIN_VALUE);

        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.plus(Fingerprint.NONE)).isEqualTo(a);
    }

    @Test
    void itReadsAs32Digits() {
        assertThat(Fingerprint.NONE).hasToString("0".repeat(32));
        assertThat(new Fingerprint(-1, 0xabc)).hasToString("ffffffffffffffff0000000000000abc");
    }
}
