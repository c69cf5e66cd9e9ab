package parsweep.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodicTest {
    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, OutOfMemoryError.class})
    void aRoundThatFailsIsNotTheLast(Class<? extends Throwable> fault) throws Exception {
        CountDownLatch rounds = new CountDownLatch(3);
        Throwable thrown = fault.getConstructor().newInstance();
        Periodic periodic = new Periodic("periodic", Duration.ofMillis(1), () -> {
            rounds.countDown();
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        });

        periodic.start();

        assertThat(rounds.await(20, TimeUnit.SECONDS)).isTrue();
        periodic.stop();
    }
}
