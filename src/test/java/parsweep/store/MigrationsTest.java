package parsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lets two versions of the service work on one database while one replaces the other. */
class MigrationsTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** They made the first tables, so that nothing older could run beside them. */
    private static final List<String> FIRST = List.of("V1__sweeps.sql", "V2__queue.sql");

    static List<Path> later() throws IOException {
        try (Stream<Path> files = Files.walk(MIGRATIONS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !FIRST.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("later")
    void aVersionThatDoesNotKnowAMigrationCanStillReadAndWrite(Path migration) throws IOException {
        String script = Files.readString(migration).replaceAll("--[^\\n]*", "").toLowerCase(Locale.ROOT);
        for (String statement : script.split(";", -1)) {
            assertThat(statement)
                    .as("%s: tables and columns are only added", migration)
                    .doesNotContainPattern("\\b(drop|rename|truncate)\\b")
                    .doesNotContainPattern("\\balter\\s+column\\b");
            if (statement.contains("alter table") && statement.contains("not null")) {
                assertThat(statement)
                        .as("%s: an insert that leaves the column out must not fail", migration)
                        .contains("default");
            }
        }
    }

    @Test
    void bothDatabasesHaveTheSameMigrations() throws IOException {
        assertThat(names("h2")).isEqualTo(names("postgresql")).hasSizeGreaterThan(2);
    }

    private static List<String> names(String vendor) throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS.resolve(vendor))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
