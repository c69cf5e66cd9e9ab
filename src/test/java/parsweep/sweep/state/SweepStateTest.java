package parsweep.sweep.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SweepStateTest {
    /** A row per state; a state that is added fails until it has a row and a column. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            FROM,      QUEUED, RUNNING, PAUSED, COMPLETED, FAILED, CANCELLED
            QUEUED,    false,  true,    true,   false,     true,   true
            RUNNING,   false,  false,   true,   true,      true,   true
            PAUSED,    true,   true,    false,  true,      true,   true
            COMPLETED, true,   false,   false,  false,     false,  false
            FAILED,    true,   false,   false,  false,     false,  false
            CANCELLED, true,   false,   false,  false,     false,  false
            """)
    void aSweepTakesNoOtherWayThanThese(
            SweepState from,
            boolean queued,
            boolean running,
            boolean paused,
            boolean completed,
            boolean failed,
            boolean cancelled) {
        assertThat(SweepState.values())
                .extracting(from::canBecome)
                .containsExactly(queued, running, paused, completed, failed, cancelled);
    }

    @ParameterizedTest
    @EnumSource
    void aTerminalStateCanOnlyBeOpenedAgain(SweepState state) {
        Stream<SweepState> ways = Arrays.stream(SweepState.values()).filter(state::canBecome);

        if (state.isTerminal()) {
            assertThat(ways).containsExactly(SweepState.QUEUED);
        } else {
            assertThat(ways).contains(SweepState.CANCELLED);
        }
    }
}
