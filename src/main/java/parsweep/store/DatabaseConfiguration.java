package parsweep.store;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import parsweep.store.embedded.EmbeddedDatabase;
import parsweep.sweep.state.Database;

/** Which database it is, by its address. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final String URL = "spring.datasource.url";

    /** Before anybody else has the data source, Flyway too. */
    @Bean
    static BeanPostProcessor oneWriterOfH2(Environment environment) {
        boolean isEmbedded = EmbeddedDatabase.isAt(environment.getProperty(URL, ""));
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return isEmbedded && bean instanceof DataSource database
                        ? EmbeddedDatabase.letOneWrite(database)
                        : bean;
            }
        };
    }

    @Bean
    Database database(@Value("${" + URL + "}") String url, DataSource database, Clock clock) throws SQLException {
        if (EmbeddedDatabase.isAt(url)) {
            return new EmbeddedDatabase(database, clock);
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return new PostgresDatabase(new JdbcTemplate(database));
        }
        throw new InvalidConfigurationPropertyValueException(
                URL, url, "Expected jdbc:postgresql:… or jdbc:h2:file:…, which no other process can use.");
    }
}
