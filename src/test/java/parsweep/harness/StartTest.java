package parsweep.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Starts that meet something else than a tidy database. */
class StartTest {
    private final Path directory = Files.createTempDirectory(Path.of("target"), "start with spaces-");

    StartTest() throws IOException {}

    @Test
    void aSecondProcessOnTheSameFileIsToldWhatToDo() throws InterruptedException {
        try (ServiceProcess first = ServiceProcess.start(ServiceProcess.classPath(), directory);
                ServiceProcess second = ServiceProcess.launch(ServiceProcess.classPath(), directory)) {
            int exitCode = second.awaitExit(Duration.ofSeconds(60));

            assertThat(exitCode).isNotZero();
            assertThat(second.log())
                    .contains(directory.getFileName() + "/parsweep.mv.db is in use by another process")
                    .contains("--parsweep.data=")
                    .doesNotContain("\tat ");
            assertThat(second.log().lines().count()).isLessThan(40);
            assertThat(first.service().get("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aPathThatH2CannotHaveIsNamed() throws InterruptedException {
        try (ServiceProcess process = ServiceProcess.launch(ServiceProcess.classPath(), directory.resolve("a;b"))) {
            assertThat(process.awaitExit(Duration.ofSeconds(60))).isNotZero();
            assertThat(process.log())
                    .contains("parsweep.data is '" + directory.resolve("a;b").resolve("parsweep") + "'")
                    .contains("without semicolons")
                    .doesNotContain("\tat ");
        }
    }

    /** H2 commits every statement of a migration by itself, and a kill may come between any two. */
    @Test
    void aFirstStartThatWasKilledWhileItMadeTablesIsRepeated() throws InterruptedException, SQLException {
        try (ServiceProcess process = ServiceProcess.start(ServiceProcess.classPath(), directory)) {
            process.stop(Duration.ofSeconds(20));
        }
        String url = "jdbc:h2:file:" + directory.toAbsolutePath().resolve("parsweep")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (Connection connection = DriverManager.getConnection(url, "parsweep", "");
                Statement statement = connection.createStatement()) {
            statement.execute("drop table block");
            statement.execute("delete from \"flyway_schema_history\"");
        }

        try (ServiceProcess process = ServiceProcess.start(ServiceProcess.classPath(), directory)) {
            process.service().run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, 2]}}}");
        }
    }
}
