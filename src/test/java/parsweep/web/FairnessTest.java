package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sweeps get of the workers when they compete, over HTTP. */
@Tag("alone")
class FairnessTest extends WithH2 {
    @AfterEach
    void calmTheLab() {
        lab().setExperiment((x, point) -> {});
    }

    @Test
    void tenPointsBehindTenMillionFinishWithinTwoSeconds() {
        service().run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 1e6]}}}}"); // compiled
        // by now
        lab().setExperiment((x, point) -> Thread.onSpinWait());
        long large = service().start("{\"model\": \"lab\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 1e9]}}}}");
        Awaitility.await()
                .until(() -> service().status(large).at("/progress/done").longValue() > 1_000_000);

        long started = System.nanoTime();
        service().run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 10]}}}}");
        double seconds = (System.nanoTime() - started) * 1e-9;

        assertThat(service().status(large).get("state").stringValue()).isEqualTo("RUNNING");
        service().delete("/api/v1/sweeps/" + large);
        assertThat(seconds).isLessThan(2);
    }

    /** Turns are half a second, so that after 12 s of service each may have one or two of them too many or too few. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void sweepsShareTheWorkersByTheirPriorities(int priority) {
        lab().setExperiment((x, point) -> Thread.sleep(2));
        long a = start(priority);
        long b = start(1);
        Awaitility.await().until(() -> pointSeconds(a) > 0 && pointSeconds(b) > 0);
        double startA = pointSeconds(a);
        double startB = pointSeconds(b);

        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> pointSeconds(b) - startB > 12);
        double ratio = (pointSeconds(a) - startA) / (pointSeconds(b) - startB);

        service().delete("/api/v1/sweeps/" + a);
        service().delete("/api/v1/sweeps/" + b);
        assertThat(ratio).isCloseTo(priority, within(0.1 * priority));
    }

    private long start(int priority) {
        return service()
                .start("{\"model\": \"lab\", \"priority\": %d, \"space\": {\"grid\": {\"x\": {\"arange\": [0, 1e9]}}}}"
                        .formatted(priority));
    }

    private double pointSeconds(long id) {
        return service().status(id).at("/timing/pointSeconds").doubleValue();
    }
}
