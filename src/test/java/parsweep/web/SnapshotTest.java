package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parsweep.outcome.Fingerprint;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.Sweep.Times;
import parsweep.sweep.state.SweepState;
import parsweep.sweep.state.Tally;

/** What a tag depends on. */
class SnapshotTest {
    private static final Tally TALLY = new Tally(5, 1, 0, 0.5, 100, new Fingerprint(1, 2));
    private static final Sweep SWEEP = sweep(SweepState.RUNNING, TALLY, null);

    private static Sweep sweep(SweepState state, Tally tally, @Nullable String message) {
        Times times = new Times(Instant.EPOCH, Instant.EPOCH, null, null, Duration.ZERO, Instant.EPOCH);
        return new Sweep(7, "name", "square", "1", 10, state, 1, 4, null, tally, times, message);
    }

    static Stream<Sweep> changes() {
        return Stream.of(
                sweep(SweepState.CANCELLED, TALLY, null),
                sweep(SweepState.RUNNING, TALLY, "why"),
                sweep(SweepState.RUNNING, new Tally(6, 1, 0, 0.5, 100, new Fingerprint(1, 2)), null),
                sweep(SweepState.RUNNING, new Tally(5, 2, 0, 0.5, 100, new Fingerprint(1, 2)), null),
                sweep(SweepState.RUNNING, new Tally(5, 1, 0, 0.5, 101, new Fingerprint(1, 2)), null),
                sweep(SweepState.RUNNING, new Tally(5, 1, 0, 0.5, 100, new Fingerprint(1, 3)), null),
                sweep(SweepState.RUNNING, new Tally(5, 1, 0, 0.5, 100, new Fingerprint(2, 2)), null));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aTagChangesWithWhatCanChange(Sweep changed) {
        assertThat(Snapshot.tag(changed, null)).isNotEqualTo(Snapshot.tag(SWEEP, null));
    }

    @Test
    void aTagChangesWithTheReasonToWait() {
        assertThat(Snapshot.tag(SWEEP, "no worker")).isNotEqualTo(Snapshot.tag(SWEEP, null));
    }

    @Test
    void aTagIsThatOfTheContentNotOfTheMoment() {
        Tally rounded = new Tally(5, 1, 0, 0.5 + Math.ulp(0.5), 100, new Fingerprint(1, 2));

        assertThat(Snapshot.tag(sweep(SweepState.RUNNING, rounded, null), null)).isEqualTo(Snapshot.tag(SWEEP, null));
    }
}
