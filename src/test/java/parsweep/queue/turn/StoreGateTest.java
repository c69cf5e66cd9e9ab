package parsweep.queue.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StoreGateTest {
    private static final int THREADS = 40;
    private static final int CONNECTIONS = 6;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** Every thread waits inside until as many are there as are allowed; one more than that would be counted. */
    @Test
    void threadsNeverTakeTheConnectionsThatTheHeartbeatNeeds() throws Exception {
        StoreGate gate = new StoreGate(CONNECTIONS);
        CountDownLatch full = new CountDownLatch(3); // two blocks and one that settles
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> all = new ArrayList<>();

        for (int i = 0; i < THREADS / 2; i++) {
            all.add(threads.submit(() -> gate.pass(() -> use(full))));
            all.add(threads.submit(() -> gate.settle(() -> use(full))));
        }
        for (Future<?> one : all) {
            one.get(30, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(most.get()).isEqualTo(3).isLessThanOrEqualTo(CONNECTIONS - 2);
    }

    private boolean use(CountDownLatch full) {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        full.countDown();
        try {
            assertThat(full.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            inside.decrementAndGet();
        }
        return true;
    }
}
