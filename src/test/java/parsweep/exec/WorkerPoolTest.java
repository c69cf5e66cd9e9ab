package parsweep.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.model.Output;
import parsweep.outcome.Block;

@Timeout(60)
class WorkerPoolTest {
    private static final FakeModel MODEL = FakeModel.tenTimes(x -> {});

    private static Block compute(WorkerPool pool, Plan plan, long first, long end) throws InterruptedException {
        return pool.compute(plan, first, end, new StopSignal()).orElseThrow();
    }

    @Test
    void aBlockHoldsThePointsThatWereAskedFor() throws InterruptedException {
        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            Block block = compute(pool, MODEL.plan(1000), 5, 9);

            assertThat(block.first()).isEqualTo(5);
            assertThat(block.end()).isEqualTo(9);
            assertThat(MODEL.decode(block).reals(0)).containsExactly(50, 60, 70, 80);
        }
    }

    @Test
    void pointsRunOnOneDaemonThreadThatIsNotTheCallers() throws InterruptedException {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        FakeModel model = FakeModel.tenTimes(x -> threads.add(Thread.currentThread()));
        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            compute(pool, model.plan(100), 0, 3);
            compute(pool, model.plan(100), 3, 6);
        }

        assertThat(threads).hasSize(6).containsOnly(threads.get(0)).doesNotContain(Thread.currentThread());
        assertThat(threads.get(0).getName()).isEqualTo("points-1");
        assertThat(threads.get(0).isDaemon()).isTrue();
    }

    /** A real takes 8 bytes. */
    @ParameterizedTest(name = "{0} bytes: {1} points")
    @CsvSource({"0, 1", "1, 1", "8, 1", "9, 2", "80, 10", "81, 11", "8000, 100"})
    void aBlockEndsWithThePointThatFillsItsBytes(long blockBytes, int points) throws InterruptedException {
        try (WorkerPool pool = new WorkerPool(1, TestLimits.blockBytes(blockBytes))) {
            assertThat(compute(pool, MODEL.plan(100), 0, 100).count()).isEqualTo(points);
        }
    }

    @Test
    void aBlockEndsWithThePointThatFillsItsTime() throws InterruptedException {
        Duration blockTime = Duration.ofMillis(30);
        long started = System.nanoTime();
        FakeModel model = FakeModel.tenTimes(x -> {
            while (x == 2 && System.nanoTime() - started < 100 * blockTime.toNanos()) {
                Thread.onSpinWait();
            }
        });
        try (WorkerPool pool = new WorkerPool(1, TestLimits.blockTime(blockTime))) {
            assertThat(compute(pool, model.plan(1L << 40), 0, 1L << 40).count()).isBetween(1, 3);
        }
    }

    @Test
    void aBlockWithoutTimeHoldsOnePoint() throws InterruptedException {
        try (WorkerPool pool = new WorkerPool(1, TestLimits.blockTime(Duration.ZERO))) {
            assertThat(compute(pool, MODEL.plan(100), 0, 100).count()).isOne();
        }
    }

    @Test
    void modelsCanTakeTurns() throws InterruptedException {
        FakeModel other = new FakeModel(List.of(Output.text("t", "")), (x, point, outputs) -> outputs.text(0, "x" + x));
        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            for (int i = 0; i < 3; i++) {
                assertThat(MODEL.decode(compute(pool, MODEL.plan(100), i, i + 1))
                                .reals(0))
                        .containsExactly(10.0 * i);
                assertThat(other.decode(compute(pool, other.plan(100), i, i + 1))
                                .text(0, 0))
                        .isEqualTo("x" + i);
            }
        }
        assertThat(other.sessions()).hasSize(1);
    }

    @Test
    void asManyPointsRunAtATimeAsThereAreWorkersAndNoMore() throws Exception {
        AtomicInteger running = new AtomicInteger();
        List<Integer> seen = new CopyOnWriteArrayList<>();
        CyclicBarrier twoAtATime = new CyclicBarrier(2);
        FakeModel model = FakeModel.tenTimes(x -> {
            seen.add(running.incrementAndGet());
            awaitBarrier(twoAtATime);
            running.decrementAndGet();
            awaitBarrier(twoAtATime);
        });
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try (WorkerPool pool = new WorkerPool(2, TestLimits.WIDE)) {
            List<Future<Block>> blocks = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int first = 10 * i;
                blocks.add(callers.submit(() -> compute(pool, model.plan(60), first, first + 10)));
            }
            for (Future<Block> block : blocks) {
                assertThat(block.get().failed()).isZero();
            }

            assertThat(pool.size()).isEqualTo(2);
            assertThat(pool.busy()).isZero();
        } finally {
            callers.shutdownNow();
        }
        assertThat(seen).hasSize(60).containsOnly(1, 2);
    }

    private static void awaitBarrier(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anInterruptedCallerLeavesAWorkerThatWorks() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        FakeModel model = FakeModel.tenTimes(x -> {
            if (x == 50) {
                caller.interrupt();
                never.await();
            }
        });
        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            assertThatExceptionOfType(InterruptedException.class)
                    .isThrownBy(() -> compute(pool, model.plan(100), 40, 60));

            assertThat(pool.busy()).isZero();
            assertThat(model.decode(compute(pool, model.plan(100), 60, 62)).reals(0))
                    .containsExactly(600, 610);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -2})
    void aPoolOfLessThanNoWorkersIsRefused(int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkerPool(size, Limits.DEFAULT))
                .withMessage("%d workers (expected: at least 0)", size);
    }
}
