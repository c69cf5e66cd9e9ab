package parsweep.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadRoundTripTest {
    /** 64 rows are a column's first capacity; 8 are a tile of the shuffle. */
    static Stream<Arguments> cases() {
        Stream<Arguments> small = TestColumn.small()
                .flatMap(column -> IntStream.of(1, 2, 7, 8, 9, 63, 64, 65, 97, 3000)
                        .boxed()
                        .flatMap(count ->
                                Stream.of(0.0, 0.3, 1.0).map(failing -> Arguments.of(column, count, failing))));
        Stream<Arguments> large = Stream.of(0.0, 0.3).map(failing -> Arguments.of(TestColumn.LONG_ARRAYS, 60, failing));
        return Stream.concat(small, large);
    }

    @ParameterizedTest(name = "{0}, {1} rows, {2} of them failed")
    @MethodSource("cases")
    void everyValueComesBackBitForBit(TestColumn column, int count, double failing) {
        TestRows rows = new TestRows(List.of(column), count, failing, 17);

        Outcomes decoded = rows.decoded();

        assertThat(decoded.rows()).isEqualTo(count);
        for (int row = 0; row < count; row++) {
            assertThat(TestColumn.bits(decoded.get(0, row))).as("row %d", row).isEqualTo(rows.expected(0, row));
        }
    }

    @Test
    void columnsComeBackInWhateverOrderTheyAreAskedFor() {
        TestRows rows = TestRows.ofAllColumns(500, 0.2, 3);

        Outcomes decoded = rows.decoded();

        for (int slot : new int[] {11, 3, 0, 7, 3, 5, 11, 1, 10, 2, 4, 6, 8, 9}) {
            for (int row = 0; row < rows.count(); row++) {
                assertThat(TestColumn.bits(decoded.get(slot, row)))
                        .as("slot %d, row %d", slot, row)
                        .isEqualTo(rows.expected(slot, row));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.9, 1})
    void everyFailureComesBackWithKindMessageAndAttempts(double failing) {
        TestRows rows = TestRows.ofAllColumns(300, failing, 4);

        Outcomes decoded = rows.decoded();

        for (int row = 0; row < rows.count(); row++) {
            assertThat(decoded.failure(row)).isEqualTo(rows.row(row).failure());
            assertThat(decoded.isDone(row)).isEqualTo(rows.row(row).failure() == null);
        }
    }

    @Test
    void theSecondsOfEveryPointComeBackAsFloats() {
        TestRows rows = TestRows.ofAllColumns(300, 0.2, 5);

        Outcomes decoded = rows.decoded();

        for (int row = 0; row < rows.count(); row++) {
            assertThat(decoded.seconds(row)).isEqualTo((float) rows.row(row).seconds());
        }
    }

    @Test
    void wholeColumnsHoldNothingWhereAPointFailed() {
        TestRows rows = TestRows.ofAllColumns(50, 1, 6);

        Outcomes decoded = rows.decoded();

        int real = rows.outputs().indexOf(TestColumn.NOISE.output());
        int integer = rows.outputs().indexOf(TestColumn.LONGS.output());
        int flag = rows.outputs().indexOf(TestColumn.FLAGS.output());
        int text = rows.outputs().indexOf(TestColumn.UNICODE.output());
        int array = rows.outputs().indexOf(TestColumn.VARYING_ARRAYS.output());
        assertThat(decoded.reals(real)).hasSize(50).containsOnly(Double.NaN);
        assertThat(decoded.integers(integer)).hasSize(50).containsOnly(0);
        assertThat(decoded.integers(flag)).hasSize(50).containsOnly(0);
        assertThat(decoded.text(text, 49)).isEmpty();
        assertThat(decoded.elements(array)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSTANT_REAL", "SMALL_INTEGERS", "FLAGS", "WORDS", "EMPTY_ARRAYS"})
    void aCompressibleColumnIsStoredInLessThanHalf(TestColumn column) {
        TestRows rows = new TestRows(List.of(column), 20_000, 0, 7);
        OutcomeBuilder builder = rows.newBuilder();
        rows.write(builder, 0, rows.count());

        byte[] payload = builder.build(0).payload();

        int seconds = rows.count() * Float.BYTES; // noise
        assertThat((long) payload.length - seconds).isLessThan(builder.bytes() / 2);
    }

    @Test
    void noiseTakesNoMoreThanItsBytesAndTheHeaders() {
        TestRows rows = new TestRows(List.of(TestColumn.NOISE), 100_000, 0, 8);

        byte[] payload = rows.block().payload();

        int columns = rows.count() * (Float.BYTES + Double.BYTES);
        int chunks = 2 + 4; // of 256 KB: 400 KB of seconds, 800 KB of reals
        int headers = 1 + 4 + 4 + 2 * 4 + chunks * 4;
        assertThat(payload.length).isLessThanOrEqualTo(columns + headers);
    }

    @Test
    void aClearedBuilderWritesWhatANewOneWrites() {
        TestRows rows = TestRows.ofAllColumns(400, 0.3, 9);
        OutcomeBuilder used = rows.newBuilder();
        rows.write(used, 0, 250);
        used.build(0);

        used.clear();
        rows.write(used, 250, 400);
        Block second = used.build(250);

        assertThat(second).usingRecursiveComparison().isEqualTo(rows.block(250, 400));
    }

    @Test
    void aBlockCountsItsPointsFailuresAndSeconds() {
        TestRows rows = TestRows.ofAllColumns(400, 0.3, 10);

        Block block = rows.block(100, 400);

        List<TestRows.Row> its = IntStream.range(100, 400).mapToObj(rows::row).toList();
        assertThat(block.first()).isEqualTo(100);
        assertThat(block.count()).isEqualTo(300);
        assertThat(block.end()).isEqualTo(400);
        assertThat(block.failed()).isEqualTo((int)
                its.stream().filter(row -> row.failure() != null).count());
        double sum = 0;
        for (TestRows.Row row : its) {
            sum += row.seconds();
        }
        assertThat(block.seconds()).isEqualTo(sum);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 511, 5000})
    void theSampledSecondsAreEvenlySpacedPoints(int count) {
        OutcomeBuilder builder = new OutcomeBuilder(List.of(TestColumn.CONSTANT_REAL.output()), TestRows.POINT_BYTES);
        for (int i = 0; i < count; i++) {
            builder.real(0, 0);
            builder.done(i, i);
        }

        float[] samples = builder.build(0).sampledSeconds();

        assertThat(samples).hasSize(Math.min(count, 256));
        double spacing = (double) count / samples.length;
        for (int i = 0; i < samples.length; i++) {
            assertThat((double) samples[i]).isEqualTo(Math.floor(i * spacing + 1e-9));
        }
    }

    @Test
    void aBlockWithoutPointsIsRefused() {
        OutcomeBuilder empty = TestRows.ofAllColumns(0, 0, 11).newBuilder();

        assertThat(empty.rows()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> empty.build(0)).withMessageContaining("at least 1");
    }
}
