package parsweep.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.outcome.Block;
import parsweep.outcome.FailureKind;
import parsweep.outcome.Outcomes;

@Timeout(60)
class PointTimeoutTest {
    private final CountDownLatch release = new CountDownLatch(1);

    private static Block compute(WorkerPool pool, FakeModel model, long first, long end) throws InterruptedException {
        Plan plan = model.plan(100, TestLimits.POINT_TIMEOUT);
        return pool.compute(plan, first, end, new StopSignal()).orElseThrow();
    }

    private static void awaitIgnoringInterrupts(CountDownLatch latch) {
        boolean released = false;
        while (!released) {
            try {
                released = latch.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                // the bad manners that this is about
            }
        }
    }

    @Test
    void aPointThatAnswersItsInterruptTimesOutAndTheRestGoesOnOnItsThread() throws InterruptedException {
        FakeModel model = FakeModel.tenTimes(x -> {
            if (x == 1 || x == 3) {
                release.await();
            }
        });
        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            Block block = compute(pool, model, 0, 5);

            Outcomes outcomes = model.decode(block);
            assertThat(outcomes.failures()).containsOnlyKeys(1, 3).allSatisfy((row, failure) -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT);
                assertThat(failure.message()).matches("stopped after 0\\.[4-9].. s|stopped after [1-9].*");
            });
            assertThat(outcomes.reals(0)).containsExactly(0, Double.NaN, 20, Double.NaN, 40);
            assertThat(outcomes.seconds(1)).isGreaterThanOrEqualTo(0.4f);
            assertThat(pool.stuckThreads()).isZero();
        }
        assertThat(model.sessions())
                .hasSize(3)
                .extracting(FakeModel.FakeSession::opener)
                .containsOnly(model.sessions().get(0).opener());
    }

    @Test
    void aPointThatSwallowsItsInterruptAndReturnsHasTimedOutAllTheSame() throws InterruptedException {
        FakeModel model = FakeModel.tenTimes(x -> {
            if (x == 1) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            } else if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted by mistake");
            }
        });
        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            Outcomes outcomes = model.decode(compute(pool, model, 0, 3));

            assertThat(outcomes.failures())
                    .containsOnlyKeys(1)
                    .allSatisfy((row, failure) -> assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT));
            assertThat(outcomes.get(0, 2)).isEqualTo(20.0);
        }
    }

    @Test
    void aPointThatIgnoresItsInterruptIsGivenUpAndItsThreadReplaced() throws InterruptedException {
        ConcurrentHashMap<Long, Thread> threads = new ConcurrentHashMap<>();
        FakeModel model = FakeModel.tenTimes(x -> {
            threads.put(x, Thread.currentThread());
            if (x == 2) {
                awaitIgnoringInterrupts(release);
            }
        });
        try (WorkerPool pool = new WorkerPool(1, TestLimits.IMPATIENT)) {
            Block block = compute(pool, model, 0, 5);
            Block next = compute(pool, model, block.end(), 5);

            Outcomes outcomes = model.decode(block);
            assertThat(block.count()).isEqualTo(3);
            assertThat(outcomes.reals(0)).containsExactly(0, 10, Double.NaN);
            assertThat(outcomes.failures()).containsOnlyKeys(2).allSatisfy((row, failure) -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT);
                assertThat(failure.message()).contains("ignores its interrupt");
            });
            assertThat(model.decode(next).reals(0)).containsExactly(30, 40);
            assertThat(threads.get(3L))
                    .isNotSameAs(threads.get(2L))
                    .extracting(Thread::getName)
                    .isEqualTo("points-1-1");
            assertThat(pool.stuckThreads()).isOne();

            release.countDown();

            await().untilAsserted(() -> assertThat(pool.stuckThreads()).isZero());
            assertThat(model.sessions().get(0).closers()).containsExactly(threads.get(2L));
        }
    }

    @Test
    void whatAGivenUpPointStillWritesReachesNoBlock() throws InterruptedException {
        FakeModel model = FakeModel.tenTimes(x -> {
            if (x == 1) {
                awaitIgnoringInterrupts(release);
            }
        });
        try (WorkerPool pool = new WorkerPool(1, TestLimits.IMPATIENT)) {
            compute(pool, model, 0, 5);

            release.countDown();
            await().untilAsserted(() -> assertThat(pool.stuckThreads()).isZero());

            Block next = compute(pool, model, 2, 5);
            assertThat(next.count()).isEqualTo(3);
            assertThat(model.decode(next).reals(0)).containsExactly(20, 30, 40);
        }
    }

    @Test
    void everyThreadThatIsGivenUpIsCounted() throws InterruptedException {
        FakeModel model = FakeModel.tenTimes(x -> awaitIgnoringInterrupts(release));
        try (WorkerPool pool = new WorkerPool(1, TestLimits.IMPATIENT)) {
            for (int i = 0; i < 3; i++) {
                assertThat(compute(pool, model, i, 5).failed()).isOne();
                assertThat(pool.stuckThreads()).isEqualTo(i + 1);
            }
            release.countDown();
            await().untilAsserted(() -> assertThat(pool.stuckThreads()).isZero());
        }
        assertThat(model.sessions()).extracting(FakeModel.FakeSession::opener).doesNotHaveDuplicates();
    }

    /** 2^63 nanoseconds are 292 years. */
    @ParameterizedTest
    @ValueSource(longs = {365, 365 * 293, 365_000_000})
    void aTimeoutOfManyYearsIsNone(long days) throws InterruptedException {
        FakeModel model = FakeModel.tenTimes(x -> {});
        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            Plan plan = model.plan(3, Duration.ofDays(days));

            Block block = pool.compute(plan, 0, 3, new StopSignal()).orElseThrow();

            assertThat(model.decode(block).reals(0)).containsExactly(0, 10, 20);
        }
    }

    @Test
    void pointsWithinTheirTimeDoNotAddUp() throws InterruptedException {
        long eighth = TestLimits.POINT_TIMEOUT.toNanos() / 8;
        FakeModel model = new FakeModel(List.of(FakeModel.Y), (x, point, outputs) -> {
            long started = System.nanoTime();
            while (System.nanoTime() - started < eighth) {
                Thread.onSpinWait();
            }
            outputs.real(0, 10.0 * x);
        });
        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            assertThat(compute(pool, model, 0, 12).failed()).isZero();
        }
    }
}
