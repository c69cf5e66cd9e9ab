package parsweep.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parsweep.model.ModelException;
import parsweep.model.Output;
import parsweep.model.Shape;
import parsweep.outcome.Block;
import parsweep.outcome.Failure;
import parsweep.outcome.FailureKind;
import parsweep.outcome.Outcomes;

@Timeout(60)
class FailedPointTest {
    private final WorkerPool pool = new WorkerPool(1, TestLimits.pointBytes(800));

    @AfterEach
    void closePool() {
        pool.close();
    }

    private Outcomes run(FakeModel model, int points) throws InterruptedException {
        Block block =
                pool.compute(model.plan(points), 0, points, new StopSignal()).orElseThrow();
        assertThat(block.count()).isEqualTo(points);
        return model.decode(block);
    }

    static Stream<Arguments> throwables() {
        return Stream.of(
                Arguments.of(new ModelException("diverged"), "diverged"),
                Arguments.of(new IllegalStateException("no"), "IllegalStateException: no"),
                Arguments.of(new NullPointerException(), "NullPointerException: null"),
                Arguments.of(
                        new IOException("a checked one, thrown by trickery"),
                        "IOException: a checked one, thrown by trickery"),
                Arguments.of(new StackOverflowError(), "StackOverflowError: null"),
                Arguments.of(new OutOfMemoryError("Java heap space"), "OutOfMemoryError: Java heap space"),
                Arguments.of(new AssertionError("odd"), "AssertionError: odd"),
                Arguments.of(new NoClassDefFoundError("x/Y"), "NoClassDefFoundError: x/Y"),
                Arguments.of(new InternalError("unsafe"), "InternalError: unsafe"),
                Arguments.of(new Error("of a library"), "Error: of a library"),
                Arguments.of(new InterruptedException(), "interrupted"));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable throwable) throws T {
        throw (T) throwable;
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void whateverAPointThrowsIsItsFailureAndTheRestGoesOn(Throwable throwable, String message)
            throws InterruptedException {
        FakeModel model = FakeModel.tenTimes(x -> {
            if (x % 3 == 1) {
                FailedPointTest.<RuntimeException>sneak(throwable);
            }
        });

        for (int block = 0; block < 2; block++) {
            Outcomes outcomes = run(model, 5);

            assertThat(outcomes.failures())
                    .containsOnlyKeys(1, 4)
                    .containsValue(new Failure(FailureKind.ERROR, message));
            assertThat(outcomes.reals(0)).containsExactly(0, Double.NaN, 20, 30, Double.NaN);
        }
    }

    @Test
    void aRealStackOverflowAndAnArrayThatDoesNotFitAreFailures() throws InterruptedException {
        FakeModel model = FakeModel.tenTimes(x -> {
            if (x == 1) {
                assertThat(depth(0)).isNegative();
            } else if (x == 2) {
                assertThat(new long[Integer.MAX_VALUE]).isNull();
            }
        });

        Outcomes outcomes = run(model, 4);

        assertThat(outcomes.failures()).containsOnlyKeys(1, 2);
        assertThat(outcomes.get(0, 3)).isEqualTo(30.0);
    }

    @SuppressWarnings("InfiniteRecursion") // is what it is for
    private static int depth(int depth) {
        return depth(depth + 1) + 1;
    }

    @Test
    @SuppressWarnings("NullAway") // not every model is checked for nulls
    void anExceptionWithoutAMessageIsKnownByItsClass() throws InterruptedException {
        FakeModel model = FakeModel.tenTimes(x -> {
            throw new ModelException(null);
        });

        assertThat(run(model, 1).failure(0)).isEqualTo(new Failure(FailureKind.ERROR, "ModelException"));
    }

    @Test
    void outputsThatDoNotFitTheDeclarationOrALimitAreFailures() throws InterruptedException {
        FakeModel model = new FakeModel(
                List.of(FakeModel.Y, Output.array("path", Shape.VARYING, "", "")), (x, point, outputs) -> {
                    outputs.real(0, x == 1 ? Double.NaN : 10.0 * x);
                    if (x != 2) {
                        outputs.array(1, new double[x == 3 ? 101 : 5]);
                    }
                    if (x == 4) {
                        outputs.real(0, 1);
                    }
                });

        Outcomes outcomes = run(model, 6);

        assertThat(outcomes.failures()).containsOnlyKeys(1, 2, 3, 4);
        assertThat(outcomes.failure(1)).isEqualTo(new Failure(FailureKind.NON_FINITE, "output 'y' is not finite"));
        assertThat(outcomes.failure(2)).isEqualTo(new Failure(FailureKind.REJECTED, "output 'path' was not set"));
        assertThat(outcomes.failures().get(3)).extracting(Failure::kind).isEqualTo(FailureKind.REJECTED);
        assertThat(outcomes.failures().get(4))
                .isEqualTo(new Failure(
                        FailureKind.ERROR, "IllegalStateException: output 'y' was set twice (expected: once)"));
        assertThat(outcomes.get(0, 5)).isEqualTo(50.0);
        assertThat(outcomes.elements(1)).hasSize(10);
    }

    @Test
    void aDeclaredFailureKeepsTheSessionAndAnyOtherReplacesIt() throws InterruptedException {
        FakeModel declared = FakeModel.tenTimes(x -> {
            throw new ModelException("diverged");
        });
        FakeModel broken = FakeModel.tenTimes(x -> {
            throw new IllegalStateException("broken");
        });

        run(declared, 5);
        run(broken, 5);

        assertThat(declared.sessions()).hasSize(1);
        assertThat(broken.sessions())
                .hasSize(5)
                .allSatisfy(session -> assertThat(session.closers()).containsExactly(session.opener()));
    }

    @Test
    void aPointThatInterruptsItsOwnThreadSpoilsNoOther() throws InterruptedException {
        FakeModel model = new FakeModel(List.of(FakeModel.Y), (x, point, outputs) -> {
            point.checkCancelled();
            outputs.real(0, 10.0 * x);
            Thread.currentThread().interrupt();
        });

        for (int block = 0; block < 3; block++) {
            assertThat(run(model, 3).reals(0)).containsExactly(0, 10, 20);
        }
    }

    /** Such a thing is a fault of ours, as any that happens outside the model would be. */
    @Test
    void aFaultBesideThePointIsThrownToTheCallerAndTheWorkerGoesOn() throws InterruptedException {
        FakeModel faulty = FakeModel.tenTimes(x -> {
            throw new IllegalStateException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new UnsupportedOperationException("no message");
                }
            };
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> run(faulty, 3))
                .withMessage("block from point 0 on could not be computed")
                .withCauseInstanceOf(UnsupportedOperationException.class);

        assertThat(pool.busy()).isZero();
        assertThat(run(FakeModel.tenTimes(x -> {}), 2).reals(0)).containsExactly(0, 10);
    }
}
