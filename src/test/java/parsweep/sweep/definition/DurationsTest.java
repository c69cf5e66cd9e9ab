package parsweep.sweep.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "200ms, PT0.2S",
        "1.5s, PT1.5S",
        "' 2m ', PT2M",
        "1h30m, PT1H30M",
        "30d, P30D",
        "1d12h, P1DT12H",
        "PT20S, PT20S",
        "p1dt1s, P1DT1S",
        "0s, PT0S",
        "-3s, PT-3S"
    })
    void areReadAsPeopleWriteThem(String text, Duration expected) {
        assertThat(Durations.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "5", "soon", "1.5ms", "d", "ms", "s", "1y", "99999999999999999999s"})
    void areNotGuessed(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
