package parsweep.sweep.shard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    /** Besides blocks: a shard is taken, and it is settled and given back. */
    private static final double TRANSACTIONS_PER_TURN = 2;

    @ParameterizedTest(name = "{0} slots: a block in {1} ms, a turn in {2} ms")
    @CsvSource({
        "0, 1000, 4000",
        "1, 1000, 4000",
        "50, 1000, 4000",
        "100, 2000, 8000",
        "200, 4000, 16000",
        "100000, 4000, 16000"
    })
    void blocksGrowWithTheNumberOfSlots(int slots, long blockMillis, long turnMillis) {
        Pace pace = Pace.of(slots, true);

        assertThat(pace.block()).hasMillis(blockMillis);
        assertThat(pace.turn()).hasMillis(turnMillis);
        assertThat(pace.shortTurn()).isEqualTo(pace.block());
    }

    @ParameterizedTest
    @ValueSource(ints = {75, 100, 200, 1000})
    void aLargeClusterCausesLessThanATransactionASecondAndSlot(int slots) {
        Pace pace = Pace.of(slots, true);

        double perSecond = 1 / Pace.seconds(pace.block()) + TRANSACTIONS_PER_TURN / Pace.seconds(pace.turn());

        assertThat(perSecond).isLessThanOrEqualTo(1);
    }

    @Test
    void anEmbeddedDatabaseGetsABlockTwiceASecond() {
        Pace pace = Pace.of(8, false);

        assertThat(pace.block()).hasMillis(500);
        assertThat(pace.turn()).hasSeconds(2);
    }
}
