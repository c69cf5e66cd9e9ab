package parsweep.queue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import parsweep.exec.Limits;
import parsweep.exec.WorkerPool;
import parsweep.queue.membership.Cluster;
import parsweep.queue.membership.Membership;
import parsweep.queue.membership.ProcessName;
import parsweep.queue.membership.Throughput;
import parsweep.queue.membership.WorkerTable;
import parsweep.queue.turn.BlockMetrics;
import parsweep.queue.turn.ForeignSweeps;
import parsweep.queue.turn.RunningShards;
import parsweep.queue.turn.Settler;
import parsweep.queue.turn.ShardTask;
import parsweep.queue.turn.ShardWork;
import parsweep.queue.turn.StoreGate;
import parsweep.queue.turn.TakenShards;
import parsweep.queue.turn.TurnEnd;
import parsweep.queue.turn.WaitingShards;
import parsweep.sweep.limit.Room;
import parsweep.sweep.limit.SweepLimits;
import parsweep.sweep.shard.Pace;
import parsweep.sweep.shard.ShardLedger;
import parsweep.sweep.state.Database;
import parsweep.sweep.state.Outages;
import parsweep.sweep.worker.ModelPresence;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueueProperties.class)
class QueueConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(QueueConfiguration.class);

    @Bean(destroyMethod = "") // the engine closes it, after its threads
    WorkerPool workerPool(QueueProperties properties, ObjectProvider<Membership> membership, Database database) {
        return new WorkerPool(
                properties.slots(),
                Limits.DEFAULT,
                () -> Pace.of(membership.getObject().slots(), !database.isEmbedded())
                        .block());
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
    AbandonedShards abandonedShards(JdbcTemplate jdbc, Database database) {
        AbandonedShards abandoned = new AbandonedShards(jdbc);
        if (database.isEmbedded()) {
            int released = abandoned.releaseAll();
            if (released > 0) {
                LOG.info("{} shards were running when the last process ended; they go on", released);
            }
        }
        return abandoned;
    }

    @Bean
    WorkerTable workerTable(JdbcTemplate jdbc, Database database) {
        return new WorkerTable(jdbc, !database.isEmbedded());
    }

    @Bean
    Throughput throughput() {
        return new Throughput();
    }

    @Bean
    Membership membership(
            WorkerTable table,
            WorkerPool pool,
            Throughput throughput,
            ModelPresence models,
            ObjectProvider<BuildProperties> build,
            PlatformTransactionManager transactions) {
        String version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("0");
        ProcessName name = ProcessName.of(version);
        return new Membership(
                table, name, pool.size(), pool::busy, throughput, models, new TransactionTemplate(transactions));
    }

    @Bean
    Cluster cluster(WorkerTable table, Membership membership) {
        return new Cluster(table, membership);
    }

    @Bean
    DbSchedulerShardQueue shardQueue(
            DataSource dataSource, Membership membership, RunningShards running, Database database) {
        SchedulerClient client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .jdbcCustomization(new SkipLockedSql())
                .build();
        return new DbSchedulerShardQueue(client, membership, running, !database.isEmbedded());
    }

    @Bean
    BlockMetrics blockMetrics(MeterRegistry registry, Throughput throughput) {
        return new BlockMetrics(registry, throughput);
    }

    @Bean
    QueueGauges queueGauges(WorkerPool pool, WaitingShards waiting, Membership membership) {
        return new QueueGauges(pool, waiting, membership);
    }

    @Bean
    Intake intake(Room room, Engine engine, Membership membership, RunningShards running) {
        return new Intake(room, engine, membership, running);
    }

    @Bean
    EngineHealth engineHealthIndicator(Intake intake, WorkerPool pool, SweepLimits limits) {
        return new EngineHealth(intake, pool, limits);
    }

    @Bean
    QueueWatch queueWatch(
            ShardLedger ledger, DbSchedulerShardQueue queue, RunningShards running, WaitingShards waiting) {
        return new QueueWatch(ledger, queue, running, waiting);
    }

    @Bean
    Recovery recovery(Membership membership, AbandonedShards abandoned, Engine engine, DbSchedulerShardQueue queue) {
        return new Recovery(membership, abandoned, engine, queue);
    }

    @Bean
    Engine engine(
            DataSource dataSource,
            ShardTask task,
            Settler settler,
            DbSchedulerShardQueue queue,
            WorkerPool pool,
            RunningShards running,
            Membership membership,
            @Value("${spring.lifecycle.timeout-per-shutdown-phase}") Duration shutdown) {
        return new Engine(dataSource, task, settler, queue, pool, running, membership, shutdown.dividedBy(4));
    }

    @Bean
    Outages outages() {
        return OutageNoise::isOutage;
    }

    @Bean
    ForeignSweeps foreignSweeps(ModelPresence models) {
        return new ForeignSweeps(models);
    }

    @Bean
    Settler settler(WaitingShards waiting) {
        return new Settler(waiting::othersThan, Engine.named("shard-settler"));
    }

    @Bean
    ShardWork shardWork(
            ShardLedger ledger,
            WorkerPool pool,
            RunningShards running,
            WaitingShards waiting,
            BlockMetrics metrics,
            DbSchedulerShardQueue queue,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
        StoreGate gate = new StoreGate(connections);
        return new ShardWork(ledger, gate, pool, running, new TurnEnd(waiting, queue), metrics);
    }

    @Bean
    ShardTask shardTask(ShardLedger ledger, ShardWork work, Settler settler, JdbcTemplate jdbc, ForeignSweeps foreign) {
        return new ShardTask(ledger, work, settler, new TakenShards(jdbc), foreign);
    }
}
