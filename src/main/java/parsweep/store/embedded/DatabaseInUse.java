package parsweep.store.embedded;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in two lines that a second process cannot have the same H2 file; found by Spring Boot in spring.factories. */
final class DatabaseInUse extends AbstractFailureAnalyzer<SQLException> {
    /** H2's error code for a database file that another process has locked. */
    private static final int DATABASE_ALREADY_OPEN = 90020;

    private final Environment environment;

    DatabaseInUse(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        if (cause.getErrorCode() != DATABASE_ALREADY_OPEN) {
            return null;
        }
        return new FailureAnalysis(
                "The database file %s.mv.db is in use by another process."
                        .formatted(environment.getProperty("parsweep.data")),
                "Stop that process, or give this one another file by --parsweep.data=…; several processes can share a"
                        + " PostgreSQL.",
                cause);
    }
}
