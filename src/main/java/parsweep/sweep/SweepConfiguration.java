package parsweep.sweep;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
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
    ModelCatalogue modelCatalogue() {
        return new ModelCatalogue(BuiltinModels.all());
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
    ShardLedger shardLedger(
            SweepStore store, ShardQueue queue, Plans plans, PlatformTransactionManager transactions, Clock clock) {
        return new ShardLedger(store, queue, plans, new TransactionTemplate(transactions), clock);
    }

    @Bean
    Sweeps sweeps(
            SweepStore store,
            ShardQueue queue,
            DefinitionReader definitions,
            Plans plans,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Sweeps(store, queue, definitions, plans, new TransactionTemplate(transactions), clock);
    }
}
