package parsweep.sweep;

import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import parsweep.model.Model;
import parsweep.model.ModelCatalogue;
import parsweep.model.builtin.BuiltinModels;
import parsweep.sweep.definition.DefinitionReader;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class SweepConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ModelCatalogue modelCatalogue(ObjectProvider<Model> more) {
        return new ModelCatalogue(Stream.concat(BuiltinModels.all().stream(), more.orderedStream())
                .toList());
    }

    @Bean
    DefinitionReader definitionReader(ModelCatalogue models) {
        return new DefinitionReader(models);
    }

    @Bean
    Plans plans(DefinitionReader reader, JsonMapper json, SweepStore store) {
        return new Plans(reader, json, store);
    }

    @Bean
    Stores stores(SweepStore sweeps, ShardStore shards, BlockStore blocks) {
        return new Stores(sweeps, shards, blocks);
    }

    @Bean
    ShardLedger shardLedger(
            Stores stores, ShardQueue queue, Plans plans, PlatformTransactionManager transactions, Clock clock) {
        return new ShardLedger(stores, queue, plans, new TransactionTemplate(transactions), clock);
    }

    @Bean
    Sweeps sweeps(
            Stores stores,
            ShardQueue queue,
            DefinitionReader definitions,
            Plans plans,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Sweeps(stores, queue, definitions, plans, new TransactionTemplate(transactions), clock);
    }

    @Bean
    SweepControl sweepControl(
            Sweeps sweeps,
            Stores stores,
            ShardQueue queue,
            DefinitionReader definitions,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new SweepControl(sweeps, stores, queue, definitions, new TransactionTemplate(transactions), clock);
    }
}
