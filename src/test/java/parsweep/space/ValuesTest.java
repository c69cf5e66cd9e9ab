package parsweep.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static Values values() {
        Values values = new Values(List.of(ValueType.REAL, ValueType.INTEGER, ValueType.TEXT, ValueType.BOOLEAN));
        values.setNumber(0, 0.5);
        values.setNumber(1, 0x1p53);
        values.setText(2, "x");
        values.setNumber(3, 1);
        return values;
    }

    @Test
    void eachTypeIsReadAsItself() {
        Values values = values();

        assertThat(values.get(0)).isEqualTo(0.5);
        assertThat(values.get(1)).isEqualTo(9007199254740992L);
        assertThat(values.get(2)).isEqualTo("x");
        assertThat(values.get(3)).isEqualTo(true);
        assertThat(values).hasToString("[0.5, 9007199254740992, x, true]");
    }

    @Test
    void aCopyDoesNotChangeWithTheOriginal() {
        Values values = values();
        Values copy = values.copy();

        values.setNumber(0, 9);
        values.setText(2, "y");

        assertThat(copy).hasToString("[0.5, 9007199254740992, x, true]");
    }

    @Test
    void aTextThatWasNeverSetIsNotRead() {
        Values values = new Values(List.of(ValueType.TEXT));

        assertThatIllegalStateException().isThrownBy(() -> values.text(0)).withMessage("slot 0 holds no text");
    }
}
