package parsweep.queue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import parsweep.exec.Limits;
import parsweep.exec.WorkerPool;
import parsweep.sweep.Expiry;
import parsweep.sweep.RetentionProperties;
import parsweep.sweep.Room;
import parsweep.sweep.ShardLedger;
import parsweep.sweep.SweepLimits;
import parsweep.sweep.upload.Uploads;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueueProperties.class)
class QueueConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(QueueConfiguration.class);

    /** At 100 MB/s of results the reserve of 256 MB lasts for a round and a worker's turn. */
    private static final Duration LOOK_AT_ROOM = Duration.ofMillis(500);

    /** How soon a model that was uploaded elsewhere is listed here; it is found at once. */
    private static final Duration LOOK_AT_UPLOADS = Duration.ofSeconds(1);

    @Bean(destroyMethod = "") // the engine closes it, after its threads
    WorkerPool workerPool(QueueProperties properties) {
        return new WorkerPool(properties.workersOrProcessors(), Limits.DEFAULT);
    }

    @Bean
    RunningShards runningShards() {
        return new RunningShards();
    }

    @Bean
    WaitingShards waitingShards(JdbcTemplate jdbc) {
        return new WaitingShards(jdbc);
    }

    @Bean
    DbSchedulerShardQueue shardQueue(DataSource dataSource, WorkerPool pool, RunningShards running) {
        SchedulerClient client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .jdbcCustomization(new SkipLockedSql())
                .build();
        return new DbSchedulerShardQueue(client, pool, running);
    }

    @Bean
    QueueMetrics queueMetrics(MeterRegistry registry, WorkerPool pool, WaitingShards waiting) {
        return new QueueMetrics(registry, pool, waiting);
    }

    @Bean
    Intake intake(Room room, Engine engine) {
        return new Intake(room, engine);
    }

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

    @Bean
    EngineHealth engineHealthIndicator(Intake intake, WorkerPool pool, SweepLimits limits) {
        return new EngineHealth(intake, pool, limits);
    }

    @Bean
    Engine engine(
            DataSource dataSource,
            ShardLedger ledger,
            DbSchedulerShardQueue queue,
            WorkerPool pool,
            RunningShards running,
            WaitingShards waiting,
            QueueMetrics metrics,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.lifecycle.timeout-per-shutdown-phase}") Duration shutdown) {
        if (url.startsWith("jdbc:h2:") && !url.contains(":tcp:")) {
            int released = waiting.releaseAll();
            if (released > 0) {
                LOG.info("{} shards were running when the last process ended; they go on", released);
            }
        }
        ShardTask task = new ShardTask(ledger, pool, running, waiting, metrics);
        return new Engine(dataSource, task, ledger, queue, pool, running, waiting, shutdown.dividedBy(4));
    }
}
