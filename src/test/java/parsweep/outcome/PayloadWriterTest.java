package parsweep.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PayloadWriterTest {
    @Test
    void aPayloadThatWasNotFinishedLeavesNothingInTheNext() {
        PayloadWriter writer = new PayloadWriter();
        writer.start();
        writer.text("the memory ran out after this");

        writer.start();
        writer.int32(0x04030201);

        assertThat(writer.toByteArray()).containsExactly(1, 2, 3, 4);
    }
}
