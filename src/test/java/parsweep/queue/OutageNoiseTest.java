package parsweep.queue;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OutageNoiseTest {
    private final OutageNoise noise = new OutageNoise();
    private final LoggerContext loggers = new LoggerContext();
    private final Logger library = loggers.getLogger("com.example.Library");

    @Test
    void librariesDoNotSpeakOfALostConnection() {
        RuntimeException lost = new IllegalStateException("failed", new SQLException("I/O error", "08006"));

        assertThat(noise.decide(null, library, Level.ERROR, "failed", null, lost))
                .isEqualTo(FilterReply.DENY);
        assertThat(noise.decide(null, library, Level.ERROR, "failed {}", new Object[] {"x", lost}, null))
                .isEqualTo(FilterReply.DENY);
        assertThat(noise.decide(null, library, Level.WARN, "failed", null, new SQLException("Connection is closed")))
                .isEqualTo(FilterReply.DENY);
        assertThat(noise.decide(null, library, Level.WARN, "failed", null, new SQLException("idle", "25P03")))
                .isEqualTo(FilterReply.DENY);
    }

    @Test
    void otherFaultsPass() {
        SQLException syntax = new SQLException("syntax error", "42601");

        assertThat(noise.decide(null, library, Level.ERROR, "failed", null, syntax))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(noise.decide(null, library, Level.ERROR, "failed", null, new SQLException("no state")))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(noise.decide(null, library, Level.INFO, "{}", new Object[] {1}, null))
                .isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void theServiceItselfMaySpeak() {
        Logger own = loggers.getLogger("parsweep.web.ProblemAdvice");

        assertThat(noise.decide(null, own, Level.WARN, "failed", null, new SQLException("gone", "57P01")))
                .isEqualTo(FilterReply.NEUTRAL);
    }
}
