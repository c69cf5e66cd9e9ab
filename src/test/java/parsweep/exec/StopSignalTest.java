package parsweep.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parsweep.exec.StopSignal.Kind;
import parsweep.outcome.Block;

@Timeout(60)
class StopSignalTest {
    private final StopSignal signal = new StopSignal();
    private final CountDownLatch release = new CountDownLatch(1);

    private Optional<Block> compute(Limits limits, FakeModel model) throws InterruptedException {
        try (WorkerPool pool = new WorkerPool(1, limits)) {
            return pool.compute(model.plan(100), 0, 100, signal);
        }
    }

    @Test
    void itOnlyGetsStronger() {
        assertThat(signal.isRaised()).isFalse();
        signal.raise(Kind.AFTER_POINT);
        signal.raise(Kind.GO_ON);
        assertThat(signal.kind()).isEqualTo(Kind.AFTER_POINT);

        signal.raise(Kind.NOW);
        signal.raise(Kind.AFTER_POINT);

        assertThat(signal.kind()).isEqualTo(Kind.NOW);
        assertThat(signal.isRaised()).isTrue();
    }

    @Test
    void itRaisesItselfAtItsDeadline() {
        long hour = TimeUnit.HOURS.toNanos(1);

        assertThat(StopSignal.at(System.nanoTime() - 1).kind()).isEqualTo(Kind.NOW);
        assertThat(StopSignal.at(System.nanoTime() + hour).kind()).isEqualTo(Kind.GO_ON);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GO_ON")
    void noPointStartsAfterIt(Kind kind) throws InterruptedException {
        FakeModel model = FakeModel.tenTimes(x -> {
            if (x == 3) {
                signal.raise(kind);
            }
        });

        Block block = compute(TestLimits.WIDE, model).orElseThrow();

        assertThat(model.decode(block).reals(0)).startsWith(0, 10, 20).hasSizeBetween(3, 4);
        assertThat(block.failed()).isZero();
    }

    @Test
    void aPointIsFinishedWhenTheSignalLeavesItTheTime() throws InterruptedException {
        FakeModel model = FakeModel.tenTimes(x -> signal.raise(Kind.AFTER_POINT));

        assertThat(model.decode(compute(TestLimits.WIDE, model).orElseThrow()).reals(0))
                .containsExactly(0);
    }

    @Test
    void aPointThatChecksIsStoppedAtOnceAndLeftOut() throws InterruptedException {
        FakeModel model = new FakeModel(List.of(FakeModel.Y), (x, point, outputs) -> {
            outputs.real(0, 10.0 * x);
            if (x == 2) {
                signal.raise(Kind.NOW);
                while (true) {
                    point.checkCancelled();
                }
            }
        });

        Block block = compute(TestLimits.WIDE, model).orElseThrow();

        assertThat(model.decode(block).reals(0)).containsExactly(0, 10);
        assertThat(block.failed()).isZero();
    }

    @Test
    void thereIsNoBlockIfTheFirstPointIsStopped() throws InterruptedException {
        FakeModel model = FakeModel.tenTimes(x -> {
            signal.raise(Kind.NOW);
            release.await();
        });

        assertThat(compute(TestLimits.WIDE, model)).isEmpty();
    }

    @Test
    void aPointThatIsStoppedIsComputedByTheNextBlockAsIfNothingHadHappened() throws InterruptedException {
        FakeModel model = FakeModel.tenTimes(x -> {
            if (x == 2 && release.getCount() > 0) {
                signal.raise(Kind.NOW);
                try {
                    new CountDownLatch(1).await();
                } finally {
                    release.countDown();
                }
            }
        });
        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            Block first = pool.compute(model.plan(5), 0, 5, signal).orElseThrow();
            Block second = pool.compute(model.plan(5), first.end(), 5, new StopSignal())
                    .orElseThrow();

            Block whole = pool.compute(model.plan(5), 0, 5, new StopSignal()).orElseThrow();
            assertThat(first.count()).isEqualTo(2);
            assertThat(model.decode(second).reals(0)).containsExactly(20, 30, 40);
            assertThat(first.fingerprint().plus(second.fingerprint())).isEqualTo(whole.fingerprint());
        }
    }

    @Test
    void aPointThatIgnoresItIsGivenUpWithoutARow() throws InterruptedException {
        FakeModel model = FakeModel.tenTimes(x -> {
            if (x == 2) {
                signal.raise(Kind.NOW);
                boolean released = false;
                while (!released) {
                    released = isReleased();
                }
            }
        });
        try (WorkerPool pool = new WorkerPool(1, TestLimits.IMPATIENT)) {
            Block block = pool.compute(model.plan(100), 0, 100, signal).orElseThrow();

            assertThat(model.decode(block).reals(0)).containsExactly(0, 10);
            assertThat(block.failed()).isZero();
            assertThat(pool.stuckThreads()).isOne();
            release.countDown();
            await().untilAsserted(() -> assertThat(pool.stuckThreads()).isZero());
        }
    }

    private boolean isReleased() {
        try {
            return release.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false; // ignored, which is what the test is about
        }
    }
}
