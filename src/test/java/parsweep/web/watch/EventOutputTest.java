package parsweep.web.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import parsweep.web.Capacity;

/** Clients that read slowly, or have gone. */
class EventOutputTest {
    private final Capacity capacity = new Capacity("streams", "limit", 1);
    private final Connection connection = new Connection();
    private final Context context = new Context();
    private final EventOutput output = new EventOutput(context, connection, capacity.acquire());

    /** Room for a number of writes and flushes. */
    private static final class Connection extends ServletOutputStream {
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        private int room;
        private boolean broken;

        @Override
        public boolean isReady() {
            return room > 0;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            use();
            sent.writeBytes(bytes);
        }

        @Override
        public void flush() throws IOException {
            use();
        }

        private void use() throws IOException {
            if (broken) {
                throw new IOException("broken pipe");
            }
            assertThat(room).as("room").isPositive();
            room--;
        }
    }

    /** Counts completions. */
    private static final class Context extends MockAsyncContext {
        private int completed;

        Context() {
            super(new MockHttpServletRequest(), null);
        }

        @Override
        public void complete() {
            completed++;
        }
    }

    private void offer(String message) {
        output.offer(message.getBytes(StandardCharsets.UTF_8));
    }

    private String sent() {
        return connection.sent.toString(StandardCharsets.UTF_8);
    }

    private void makeRoom(int writes) {
        connection.room = writes;
        output.onWritePossible();
    }

    @Test
    void aClientThatReadsGetsEverything() {
        makeRoom(100);

        offer("a");
        offer("b");
        output.end();

        assertThat(sent()).isEqualTo("ab");
        assertThat(context.completed).isEqualTo(1);
    }

    @Test
    void ofWhatAClientHasNotTakenTheNewestIsKept() {
        offer("a");
        offer("b");
        offer("c");
        assertThat(sent()).isEmpty();

        makeRoom(100);

        assertThat(sent()).isEqualTo("c");
    }

    @Test
    void nothingIsWrittenWithoutRoomNotEvenAFlush() {
        offer("a");
        makeRoom(1);
        offer("b");
        assertThat(sent()).isEqualTo("a");

        makeRoom(100);

        assertThat(sent()).isEqualTo("ab");
    }

    @Test
    void aHeartbeatTakesNoMessagesPlace() {
        offer("a");
        output.offerIfIdle(new byte[] {':'});
        makeRoom(100);
        output.offerIfIdle(new byte[] {':'});

        assertThat(sent()).isEqualTo("a:");
    }

    @Test
    void theEndWaitsForTheLastMessage() {
        offer("end");
        output.end();
        assertThat(output.isOpen()).isFalse();
        assertThat(context.completed).isZero();

        makeRoom(1);
        assertThat(context.completed).isZero();
        makeRoom(100);

        assertThat(sent()).isEqualTo("end");
        assertThat(context.completed).isEqualTo(1);
        capacity.acquire().close();
    }

    @Test
    void aClientThatHasGoneGivesItsPlaceBackOnce() {
        connection.broken = true;
        assertThatExceptionOfType(Capacity.Exhausted.class).isThrownBy(capacity::acquire);

        makeRoom(1);
        offer("a");
        output.onError(new IOException("broken pipe"));
        offer("b");

        assertThat(output.isOpen()).isFalse();
        assertThat(sent()).isEmpty();
        try (Capacity.Lease one = capacity.acquire()) {
            assertThatExceptionOfType(Capacity.Exhausted.class).isThrownBy(capacity::acquire);
        }
    }
}
