package parsweep.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.model.Output;

class CorruptPayloadTest {
    private static final int COUNT_AT = 1;
    private static final int FAILED_AT = 5;
    private static final int SECONDS_AT = 9; // without failures
    private static final int COLUMN_AT = SECONDS_AT + 4 + 4 + Float.BYTES; // of one row

    private static final TestRows ROWS = TestRows.ofAllColumns(20, 0.2, 1);
    private static final byte[] PAYLOAD = ROWS.block().payload();

    private static void decodeAll(byte[] payload, List<Output> outputs) {
        Outcomes outcomes = new Outcomes(payload, outputs);
        for (int slot = 0; slot < outputs.size(); slot++) {
            for (int row = 0; row < outcomes.rows(); row++) {
                outcomes.get(slot, row);
            }
        }
    }

    private static byte[] withInt(byte[] payload, int position, int value) {
        byte[] changed = payload.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(position, value);
        return changed;
    }

    /** One column of one row without failures. */
    private static byte[] small(TestColumn column) {
        return new TestRows(List.of(column), 1, 0, 1).block().payload();
    }

    @Test
    void aTruncatedPayloadIsRefusedWhereverItEnds() {
        for (int length = 0; length < PAYLOAD.length; length++) {
            byte[] truncated = Arrays.copyOf(PAYLOAD, length);

            assertThatIllegalArgumentException()
                    .as("%d of %d bytes", length, PAYLOAD.length)
                    .isThrownBy(() -> new Outcomes(truncated, ROWS.outputs()))
                    .withMessageStartingWith("payload");
        }
    }

    @Test
    void aPayloadThatIsTooLongIsRefused() {
        byte[] longer = Arrays.copyOf(PAYLOAD, PAYLOAD.length + 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Outcomes(longer, ROWS.outputs()))
                .withMessageStartingWith("payload");
    }

    @Test
    void aPayloadOfAModelWithOtherOutputsIsRefused() {
        List<Output> fewer = ROWS.outputs().subList(0, 5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Outcomes(PAYLOAD, fewer))
                .withMessageStartingWith("payload");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 127, -1})
    void aVersionThatIsNotKnownIsRefused(int version) {
        byte[] changed = PAYLOAD.clone();
        changed[0] = (byte) version;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Outcomes(changed, ROWS.outputs()))
                .withMessage("payload of version %d (expected: 1 or 2)", version);
    }

    /** Without a check sum, a flipped bit of a value is another value; of anything else it must be noticed or harmless. */
    @Test
    void aFlippedBitIsRefusedOrLeavesAPayloadThatCanBeRead() {
        for (int bit = 0; bit < PAYLOAD.length * 8; bit++) {
            byte[] flipped = PAYLOAD.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            Throwable thrown = catchThrowable(() -> decodeAll(flipped, ROWS.outputs()));

            if (thrown != null) {
                assertThat(thrown)
                        .as("bit %d of byte %d", bit % 8, bit / 8)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("payload");
            }
        }
    }

    @Test
    void noiseIsRefused() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = PayloadFormat.VERSION;
            }

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> decodeAll(noise, ROWS.outputs()))
                    .withMessageStartingWith("payload");
        }
    }

    /** Two billion doubles would be 16 GB; the tests have less. */
    @ParameterizedTest(name = "at {0}")
    @ValueSource(ints = {COUNT_AT, FAILED_AT, SECONDS_AT, SECONDS_AT + 4, COLUMN_AT, COLUMN_AT + 4})
    void aNumberThatIsFarTooLargeOrNegativeIsRefusedBeforeMemoryIsReserved(int position) {
        for (TestColumn column :
                List.of(TestColumn.NOISE, TestColumn.LONGS, TestColumn.UNICODE, TestColumn.FIXED_ARRAYS)) {
            for (int value : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 1 << 28}) {
                byte[] changed = withInt(small(column), position, value);

                assertThatIllegalArgumentException()
                        .as("%s, %d", column, value)
                        .isThrownBy(() -> decodeAll(changed, List.of(column.output())))
                        .withMessageStartingWith("payload");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1, 7, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void anEndThatIsNotThatOfTheElementsIsRefused(int more) {
        byte[] payload = small(TestColumn.FIXED_ARRAYS);
        byte[] changed = withInt(payload, COLUMN_AT + 8, 7 + more);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> decodeAll(changed, List.of(TestColumn.FIXED_ARRAYS.output())))
                .withMessageStartingWith("payload");
    }

    @Test
    void aFailureOfARowThatIsNotThereIsRefused() {
        byte[] payload =
                new TestRows(List.of(TestColumn.FLAGS), 3, 1, 1).block().payload();
        int firstRowAt = 9;

        for (int row : new int[] {3, -1, Integer.MAX_VALUE}) {
            byte[] changed = withInt(payload, firstRowAt, row);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Outcomes(changed, List.of(TestColumn.FLAGS.output())))
                    .withMessageStartingWith("payload");
        }
    }
}
