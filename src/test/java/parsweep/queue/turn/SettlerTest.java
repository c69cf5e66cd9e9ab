package parsweep.queue.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettlerTest {
    private static final ShardId ALONE = new ShardId(1, 0);
    private static final ShardId BESIDE_OTHERS = new ShardId(2, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Settler settler = new Settler(sweepId -> sweepId == BESIDE_OTHERS.sweepId(), Thread::new);
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    @AfterEach
    void stop() {
        mayGoOn.countDown();
        settler.stop(PATIENCE);
    }

    @Test
    void aWorkerGoesOnWhileItsShardIsSettledAndLooksAgainAfterwards() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        settler.onSettled(() -> {
            events.add("look");
            looked.countDown();
        });

        settler.settle(ALONE, this::settleSlowly);
        events.add("go on");

        assertThat(settler.pending()).containsExactly("1/0");
        mayGoOn.countDown();
        assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(events).containsExactly("go on", "settled", "look");
    }

    @Test
    void aShardIsSettledAtOnceIfOthersWait() {
        settler.settle(ALONE, this::settleSlowly);

        settler.settle(BESIDE_OTHERS, () -> events.add("settled at once"));

        assertThat(events).containsExactly("settled at once");
        assertThatThrownBy(() -> settler.settle(BESIDE_OTHERS, SettlerTest::fail))
                .hasMessage("the database is away");
    }

    @Test
    void aStopWaitsForWhatIsToBeSettledAndWhatComesLaterIsSettledAtOnce() {
        settler.settle(ALONE, this::settleSlowly);
        settler.settle(ALONE, () -> events.add("settled too"));
        mayGoOn.countDown();

        settler.stop(PATIENCE);

        assertThat(events).containsExactly("settled", "settled too");
        assertThat(settler.pending()).isEmpty();
        settler.settle(ALONE, () -> events.add(Thread.currentThread().getName()));
        assertThat(events).endsWith(Thread.currentThread().getName());
    }

    @Test
    void aFailureLeavesTheShardToOthersAndTheThreadToTheNext() {
        settler.settle(ALONE, SettlerTest::fail);
        settler.settle(ALONE, () -> events.add("settled"));

        settler.stop(PATIENCE);

        assertThat(events).containsExactly("settled");
        assertThat(settler.pending()).isEmpty();
    }

    @Test
    void itCanBeStartedAgain() {
        settler.stop(PATIENCE);
        settler.start();

        settler.settle(ALONE, this::settleSlowly);

        assertThat(settler.pending()).containsExactly("1/0");
    }

    private void settleSlowly() {
        try {
            assertThat(mayGoOn.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        events.add("settled");
    }

    private static void fail() {
        throw new IllegalStateException("the database is away");
    }
}
