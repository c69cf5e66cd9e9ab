package parsweep.model.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MutationTest {
    @Test
    void damagedModulesAreRefusedOrFailCleanly() throws InterruptedException {
        Map<Mutations.Fate, Integer> fates = new Mutations(Duration.ofSeconds(2)).fates(1, 1500);

        assertThat(fates.get(Mutations.Fate.REFUSED)).isGreaterThan(500);
        assertThat(fates.get(Mutations.Fate.COMPUTED)).isGreaterThan(50);
    }
}
