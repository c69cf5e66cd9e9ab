package parsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import parsweep.store.embedded.EmbeddedDatabase;
import parsweep.sweep.state.Database;

class DatabaseConfigurationTest {
    /** One that other processes use is not embedded: their shards are not for this one to take at its start. */
    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:h2:tcp://localhost/~/a", "jdbc:h2:ssl://localhost/~/a", "jdbc:mysql://localhost/a", ""})
    void anAddressOfAnotherDatabaseIsRefusedByName(String url) {
        assertThatThrownBy(() -> database(url))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("spring.datasource.url")
                .hasMessageContaining(url)
                .hasMessageContaining("Expected jdbc:postgresql:… or jdbc:h2:file:…");
    }

    @ParameterizedTest
    @CsvSource({"jdbc:h2:mem:one, H2, true", "jdbc:postgresql://localhost/a, PostgreSQL, false"})
    void anAddressSaysWhichDatabaseItIs(String url, String name, boolean isEmbedded) throws Exception {
        Database database = database(url);

        assertThat(database.name()).isEqualTo(name);
        assertThat(database.isEmbedded()).isEqualTo(isEmbedded);
    }

    @Test
    void whatIsInMemoryOnlyTakesNothingOfADisk() throws Exception {
        assertThat(database("jdbc:h2:mem:two").bytes()).isEmpty();
    }

    private static Database database(String url) throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:");
        return new DatabaseConfiguration().database(url, EmbeddedDatabase.letOneWrite(source), Clock.systemUTC());
    }
}
