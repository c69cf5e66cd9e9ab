package parsweep.queue;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parsweep.sweep.Expiry;
import parsweep.sweep.limit.RetentionProperties;
import parsweep.sweep.state.Database;
import parsweep.sweep.upload.Uploads;

/** What is done again and again, by a thread each, whoever's concern it is. */
@Configuration(proxyBeanMethods = false)
class PeriodicConfiguration {
    /** At 100 MB/s of results the reserve of 256 MB lasts for a round and a worker's turn. */
    private static final Duration LOOK_AT_ROOM = Duration.ofMillis(500);

    /** A sweep that another process cancelled is stopped here within this time. */
    private static final Duration WATCH = Duration.ofMillis(500);

    /** Four missed make a process dead: its shards run elsewhere within some five seconds. */
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** How long what is committed may be in memory only, on H2; what is acknowledged is written at once. */
    private static final Duration WRITE = Duration.ofMillis(500);

    /** How soon a model that was uploaded elsewhere is listed here; it is found at once. */
    private static final Duration LOOK_AT_UPLOADS = Duration.ofSeconds(1);

    @Bean
    Periodic intakeWatch(Intake intake) {
        return new Periodic("queue-intake", LOOK_AT_ROOM, intake::look);
    }

    @Bean
    Periodic expiryWatch(Expiry expiry, RetentionProperties retention) {
        return new Periodic("queue-expiry", retention.retentionInterval(), expiry::run);
    }

    @Bean
    Periodic uploadWatch(Uploads uploads) {
        return new Periodic("queue-uploads", LOOK_AT_UPLOADS, uploads::refresh);
    }

    /** Before anybody can ask for anything, and after all have ended. */
    @Bean
    Periodic databaseWriter(Database database) {
        return new Periodic("database-writer", WRITE, database::write, Integer.MIN_VALUE);
    }

    @Bean
    Periodic queueWatching(QueueWatch watch) {
        return new Periodic("queue-watch", WATCH, watch::look);
    }

    /** Beats before the engine starts, and until it has stopped. */
    @Bean
    Periodic beating(Recovery recovery) {
        return new Periodic("queue-beat", BEAT, recovery::round, SmartLifecycle.DEFAULT_PHASE - 256);
    }
}
