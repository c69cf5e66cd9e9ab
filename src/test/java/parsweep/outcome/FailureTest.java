package parsweep.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {
    @Test
    void aLongMessageIsCutAndSaysSo() {
        String longest = "x".repeat(Failure.MAX_MESSAGE);

        assertThat(new Failure(FailureKind.ERROR, longest).message()).isEqualTo(longest);
        assertThat(new Failure(FailureKind.ERROR, longest + "y").message())
                .hasSize(Failure.MAX_MESSAGE)
                .endsWith("x…");
    }

    @Test
    void aPointIsTriedOnceUnlessToldOtherwise() {
        assertThat(new Failure(FailureKind.KILLED, "").attempts()).isOne();
    }

    /** Stored payloads hold these codes; another number for one of them changes results that exist. */
    @ParameterizedTest
    @CsvSource({
        "ERROR, 0, error",
        "TIMEOUT, 1, timeout",
        "KILLED, 2, killed",
        "REJECTED, 3, rejected",
        "NON_FINITE, 4, non-finite"
    })
    void aKindKeepsItsCodeAndLabel(FailureKind kind, int code, String label) {
        assertThat(kind.code()).isEqualTo(code);
        assertThat(kind.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @EnumSource
    void aKindIsFoundByItsCode(FailureKind kind) {
        assertThat(FailureKind.ofCode(kind.code())).isEqualTo(kind);
    }

    @Test
    void anUnknownCodeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FailureKind.ofCode(FailureKind.values().length))
                .withMessageContaining("5");
    }
}
