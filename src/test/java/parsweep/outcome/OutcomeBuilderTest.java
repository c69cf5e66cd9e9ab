package parsweep.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.model.Output;
import parsweep.model.Shape;

class OutcomeBuilderTest {
    private static final long POINT_BYTES = 1000;
    private static final Output REAL = Output.real("y", "", "");
    private static final Output ARRAY = Output.array("path", Shape.VARYING, "", "");
    private static final Output TEXT = Output.text("log", "");

    private static OutcomeBuilder builder(Output... outputs) {
        return new OutcomeBuilder(List.of(outputs), POINT_BYTES);
    }

    private static Outcomes decoded(OutcomeBuilder builder, Output... outputs) {
        return new Outcomes(builder.build(0).payload(), List.of(outputs));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aRealThatIsNotFiniteFailsItsPointUnlessItIsAllowed(double value) {
        OutcomeBuilder strict = builder(REAL);
        OutcomeBuilder lenient = builder(REAL.allowingNonFinite());
        for (OutcomeBuilder builder : List.of(strict, lenient)) {
            builder.real(0, value);
            builder.done(0, 0);
        }

        assertThat(decoded(strict, REAL).failure(0))
                .isEqualTo(new Failure(FailureKind.NON_FINITE, "output 'y' is not finite"));
        assertThat(decoded(lenient, REAL).reals(0)).containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void anElementThatIsNotFiniteFailsItsPointUnlessItIsAllowed(double value) {
        double[] values = {1, -0.0, Double.MAX_VALUE, Double.MAX_VALUE, value, 2};
        OutcomeBuilder strict = builder(ARRAY);
        OutcomeBuilder lenient = builder(ARRAY.allowingNonFinite());
        for (OutcomeBuilder builder : List.of(strict, lenient)) {
            builder.array(0, values);
            builder.done(0, 0);
        }

        assertThat(decoded(strict, ARRAY).failure(0))
                .isEqualTo(new Failure(FailureKind.NON_FINITE, "output 'path' is not finite"));
        assertThat(decoded(lenient, ARRAY).elements(0)).containsExactly(values);
    }

    @Test
    void finiteExtremesAreNoFailure() {
        OutcomeBuilder builder = builder(REAL, ARRAY);
        builder.real(0, -Double.MAX_VALUE);
        builder.array(1, new double[] {Double.MAX_VALUE, Double.MAX_VALUE, -0.0, Double.MIN_VALUE});
        builder.done(0, 0);

        assertThat(builder.build(0).failed()).isZero();
    }

    @Test
    void anOutputThatWasNotSetFailsItsPointAndTheNextIsUntouched() {
        OutcomeBuilder builder = builder(REAL, TEXT);
        builder.real(0, 1);
        builder.done(0, 0);
        builder.real(0, 2);
        builder.text(1, "second");
        builder.done(1, 0);

        Outcomes decoded = decoded(builder, REAL, TEXT);
        assertThat(decoded.failure(0)).isEqualTo(new Failure(FailureKind.REJECTED, "output 'log' was not set"));
        assertThat(decoded.get(0, 1)).isEqualTo(2.0);
        assertThat(decoded.get(1, 1)).isEqualTo("second");
    }

    @Test
    void anOutputOfAnotherTypeIsRefused() {
        OutcomeBuilder builder = builder(REAL, ARRAY);

        assertThatIllegalStateException()
                .isThrownBy(() -> builder.integer(0, 1))
                .withMessage("output 'y' was set as INTEGER (expected: REAL)");
        assertThatIllegalStateException()
                .isThrownBy(() -> builder.array(0, new double[1]))
                .withMessage("output 'y' was set as ARRAY (expected: REAL)");
        assertThatIllegalStateException()
                .isThrownBy(() -> builder.real(1, 1))
                .withMessage("output 'path' was set as REAL (expected: ARRAY)");
    }

    @Test
    void anOutputThatIsSetTwiceIsRefused() {
        OutcomeBuilder builder = builder(REAL);
        builder.real(0, 1);

        assertThatIllegalStateException()
                .isThrownBy(() -> builder.real(0, 1))
                .withMessage("output 'y' was set twice (expected: once)");
    }

    @Test
    void anArrayLargerThanAPointMayBeIsRefusedBeforeItIsCopied() {
        OutcomeBuilder builder = builder(ARRAY);

        assertThatExceptionOfType(OutputTooLargeException.class)
                .isThrownBy(() -> builder.array(0, new double[0], Integer.MAX_VALUE))
                .withMessage("output 'path' has 2147483647 elements, 17179869176 bytes"
                        + " (expected: at most 1000 bytes per point)");
    }

    @Test
    void outputsThatAreTooLargeTogetherRejectTheirPoint() {
        OutcomeBuilder builder = builder(ARRAY, TEXT);
        for (int i = 0; i < 3; i++) {
            builder.array(0, new double[100]);
            builder.text(1, "x".repeat(i == 1 ? 193 : 192)); // 800 + 192 + two ends of 4 bytes are 1000
            builder.done(i, 0);
        }

        Outcomes decoded = decoded(builder, ARRAY, TEXT);
        assertThat(decoded.failures())
                .containsOnlyKeys(1)
                .containsValue(new Failure(FailureKind.REJECTED, "outputs of 1001 bytes (expected: at most 1000)"));
        assertThat(decoded.text(1, 2)).hasSize(192);
    }

    @Test
    void theBytesAreThoseOfTheFinishedRows() {
        OutcomeBuilder builder = builder(REAL, ARRAY, TEXT);
        builder.real(0, 1);
        builder.array(1, new double[5]);
        builder.text(2, "äb");
        assertThat(builder.bytes()).isZero();

        builder.done(0, 0);
        assertThat(builder.bytes()).isEqualTo(8 + (5 * 8 + 4) + (3 + 4));

        builder.failed(1, 0, new Failure(FailureKind.ERROR, ""));
        assertThat(builder.bytes()).isEqualTo(2 * 8 + (5 * 8 + 2 * 4) + (3 + 2 * 4));
    }

    @Test
    void aPointThatIsUndoneLeavesNothing() {
        TestRows rows = TestRows.ofAllColumns(2, 0, 1);
        OutcomeBuilder builder = rows.newBuilder();
        rows.write(builder, 0);
        for (int slot = 0; slot < 3; slot++) {
            TestColumn.set(builder, slot, 99.0);
        }

        builder.undo();

        assertThat(builder.rows()).isOne();
        rows.write(builder, 1);
        assertThat(builder.build(0)).usingRecursiveComparison().isEqualTo(rows.block());
    }

    @Test
    void aCopyHoldsTheFinishedRowsAndLivesItsOwnLife() {
        TestRows rows = TestRows.ofAllColumns(300, 0.2, 2);
        OutcomeBuilder builder = rows.newBuilder();
        rows.write(builder, 0, 100);
        TestColumn.set(builder, 0, 99.0); // a point that hangs half-way

        OutcomeBuilder copy = builder.copy();

        builder.undo();
        rows.write(builder, 100, 200);
        rows.write(copy, 100, 300);
        assertThat(copy.build(0)).usingRecursiveComparison().isEqualTo(rows.block());
        assertThat(builder.build(0)).usingRecursiveComparison().isEqualTo(rows.block(0, 200));
    }

    @Test
    void aCopyOfNothingCanGoOn() {
        TestRows rows = TestRows.ofAllColumns(70, 0, 3);

        OutcomeBuilder copy = rows.newBuilder().copy();

        rows.write(copy, 0, 70);
        assertThat(copy.build(0)).usingRecursiveComparison().isEqualTo(rows.block());
    }
}
