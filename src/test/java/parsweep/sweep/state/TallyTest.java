package parsweep.sweep.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parsweep.outcome.Block;
import parsweep.outcome.Fingerprint;

class TallyTest {
    private static final Tally A = new Tally(10, 2, 4, 1.5, 100, new Fingerprint(1, -1));
    private static final Tally B = new Tally(1L << 40, 3, 7, 0.25, 1L << 41, new Fingerprint(Long.MAX_VALUE, 5));

    @Test
    void aBlockCountsWithAllThatItHas() {
        Block block = new Block(7, 10, 2, 4, 1.5, 0.5, new Fingerprint(1, -1), new byte[100], new float[3], List.of());

        assertThat(Tally.of(block)).isEqualTo(A);
    }

    @Test
    void everythingIsSummed() {
        assertThat(A.plus(B))
                .isEqualTo(
                        new Tally((1L << 40) + 10, 5, 11, 1.75, (1L << 41) + 100, new Fingerprint(Long.MIN_VALUE, 4)));
    }

    @Test
    void theOrderOfASumDoesNotMatterAndNothingAddsNothing() {
        assertThat(A.plus(B)).isEqualTo(B.plus(A));
        assertThat(A.plus(Tally.NONE)).isEqualTo(A);
        assertThat(Tally.NONE.plus(A)).isEqualTo(A);
    }
}
