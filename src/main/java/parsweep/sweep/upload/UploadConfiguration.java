package parsweep.sweep.upload;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import parsweep.model.ModelCatalogue;
import parsweep.model.wasm.WasmModels;
import parsweep.sweep.state.Database;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadLimits.class)
class UploadConfiguration {
    @Bean
    WasmModels wasmModels(UploadLimits limits) {
        return new WasmModels(limits.moduleMemory().toBytes());
    }

    @Bean
    Uploads uploads(
            UploadStore store,
            Database database,
            ModelCatalogue catalogue,
            WasmModels wasm,
            UploadLimits limits,
            PlatformTransactionManager transactions,
            JsonMapper json) {
        Uploads uploads =
                new Uploads(store, database, catalogue, wasm, limits, new TransactionTemplate(transactions), json);
        catalogue.whenMissing(uploads::refresh);
        return uploads;
    }
}
