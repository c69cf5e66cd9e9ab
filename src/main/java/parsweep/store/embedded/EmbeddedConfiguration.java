package parsweep.store.embedded;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class EmbeddedConfiguration {
    /** Before anybody else has the data source, Flyway too. */
    @Bean
    static BeanPostProcessor oneWriterOfH2(Environment environment) {
        boolean isH2 = environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:");
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return isH2 && bean instanceof DataSource database ? new OneWriter(database) : bean;
            }
        };
    }
}
