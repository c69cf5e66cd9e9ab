package parsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SweepStateTest {
    /** A row per state; a state that is added fails until it has a row and a column. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            FROM,      QUEUED, RUNNING, COMPLETED, FAILED, CANCELLED
            QUEUED,    false,  true,    false,     true,   true
            RUNNING,   false,  false,   true,      true,   true
            COMPLETED, false,  false,   false,     false,  false
            FAILED,    false,  false,   false,     false,  false
            CANCELLED, false,  false,   false,     false,  false
            """)
    void aSweepTakesNoOtherWayThanThese(
            SweepState from, boolean queued, boolean running, boolean completed, boolean failed, boolean cancelled) {
        assertThat(SweepState.values())
                .extracting(from::canBecome)
                .containsExactly(queued, running, completed, failed, cancelled);
    }

    @ParameterizedTest
    @EnumSource
    void aStateIsTerminalIfThereIsNoWayOut(SweepState state) {
        boolean stuck = true;
        for (SweepState next : SweepState.values()) {
            stuck &= !state.canBecome(next);
        }

        assertThat(state.isTerminal()).isEqualTo(stuck);
    }
}
