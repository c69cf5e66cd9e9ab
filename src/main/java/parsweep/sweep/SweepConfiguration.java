package parsweep.sweep;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import parsweep.model.ModelCatalogue;
import parsweep.sweep.definition.DefinitionReader;
import parsweep.sweep.limit.Admission;
import parsweep.sweep.limit.Occupancy;
import parsweep.sweep.limit.RetentionProperties;
import parsweep.sweep.limit.Room;
import parsweep.sweep.limit.SweepLimits;
import parsweep.sweep.shard.Plans;
import parsweep.sweep.shard.ShardLedger;
import parsweep.sweep.shard.ShardQueue;
import parsweep.sweep.state.BlockStore;
import parsweep.sweep.state.Database;
import parsweep.sweep.state.FreeSpace;
import parsweep.sweep.state.ShardStore;
import parsweep.sweep.state.Stores;
import parsweep.sweep.state.SweepStore;
import parsweep.sweep.state.TurnStore;
import parsweep.sweep.worker.ModelPresence;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SweepLimits.class, RetentionProperties.class})
class SweepConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DefinitionReader definitionReader(ModelCatalogue models) {
        return new DefinitionReader(models);
    }

    @Bean
    ModelPresence modelPresence(ModelCatalogue models) {
        return new ModelPresence(models);
    }

    @Bean
    Plans plans(DefinitionReader reader, JsonMapper json, SweepStore store) {
        return new Plans(reader, json, store);
    }

    @Bean
    Stores stores(SweepStore sweeps, ShardStore shards, BlockStore blocks, TurnStore turns, Database database) {
        return new Stores(sweeps, shards, blocks, turns, database);
    }

    @Bean
    Room room(SweepLimits limits, SweepStore sweeps, FreeSpace disk) {
        return new Room(limits, sweeps, disk);
    }

    @Bean
    Occupancy occupancy(SweepStore sweeps, Database database, FreeSpace disk) {
        return new Occupancy(sweeps, database, disk);
    }

    @Bean
    Admission admission(DefinitionReader definitions, SweepLimits limits, SweepStore sweeps, Room room) {
        return new Admission(definitions, limits, sweeps, room);
    }

    @Bean
    Submissions submissions(
            Stores stores,
            ShardQueue queue,
            Admission admission,
            RetentionProperties retention,
            PlatformTransactionManager transactions) {
        return new Submissions(stores, queue, admission, retention, new TransactionTemplate(transactions));
    }

    @Bean
    Expiry expiry(SweepStore sweeps, Database database, PlatformTransactionManager transactions, Clock clock) {
        return new Expiry(sweeps, database, new TransactionTemplate(transactions), clock);
    }

    @Bean
    ShardLedger shardLedger(
            Stores stores,
            ShardQueue queue,
            Plans plans,
            ModelPresence models,
            Admission admission,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new ShardLedger(stores, queue, plans, models, admission, new TransactionTemplate(transactions), clock);
    }

    @Bean
    Sweeps sweeps(
            Stores stores, ShardQueue queue, Submissions submissions, Admission admission, Plans plans, Clock clock) {
        return new Sweeps(stores, queue, submissions, admission, plans, clock);
    }

    @Bean
    SweepControl sweepControl(
            Sweeps sweeps,
            Stores stores,
            ShardQueue queue,
            Admission admission,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new SweepControl(sweeps, stores, queue, admission, new TransactionTemplate(transactions), clock);
    }
}
