package parsweep.sweep;

import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parsweep.model.Model;
import parsweep.model.ModelCatalogue;
import parsweep.model.builtin.BuiltinModels;
import parsweep.model.directory.ModelDirectory;
import parsweep.model.process.Processes;
import parsweep.model.program.ProgramReader;

/** What can be swept: the models that are built in, and those of the operator's directory. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelProperties.class)
class ModelConfiguration {
    @Bean
    ModelCatalogue modelCatalogue(ObjectProvider<Model> more) {
        return new ModelCatalogue(Stream.concat(BuiltinModels.all().stream(), more.orderedStream())
                .toList());
    }

    /** Closed after the engine, whose points are then over. */
    @Bean(destroyMethod = "close")
    Processes processes(ModelProperties properties) {
        Processes processes = new Processes(properties.scratch());
        processes.reap();
        return processes;
    }

    /** Read before the engine starts: sweeps that go on need their models. */
    @Bean(initMethod = "refresh")
    ModelDirectory modelDirectory(ModelProperties properties, ModelCatalogue catalogue, Processes processes) {
        return new ModelDirectory(
                properties.models(),
                catalogue,
                new ProgramReader(processes),
                properties.scratch().resolve("jars"));
    }
}
