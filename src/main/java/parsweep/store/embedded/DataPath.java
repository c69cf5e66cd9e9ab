package parsweep.store.embedded;

import java.nio.file.InvalidPathException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes {@code parsweep.data} absolute, if it is in the address of the database: H2 refuses relative paths that do not
 * begin with a dot. Found by Spring Boot in spring.factories.
 */
final class DataPath implements EnvironmentPostProcessor {
    private static final String PROPERTY = "parsweep.data";
    private static final String URL = "spring.datasource.url";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String data = environment.getProperty(PROPERTY, "");
        if (environment.getProperty(URL, "").startsWith(DatabaseFile.PREFIX + data)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("data path", Map.of(PROPERTY, absolute(data))));
        }
    }

    private static String absolute(String data) {
        if (data.isBlank() || data.contains(";")) { // where options of H2 begin
            throw new Invalid(data);
        }
        try {
            return DatabaseFile.path(data).normalize().toString();
        } catch (InvalidPathException e) {
            throw new Invalid(data);
        }
    }

    /** A path at which H2 cannot have a file. */
    static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1;

        Invalid(String data) {
            super("parsweep.data is '%s', where H2 cannot have a file.".formatted(data));
        }
    }

    /** Says so without a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<Invalid> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, Invalid cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Give it the path of a file without its ending, such as --parsweep.data=./data/parsweep, and without"
                            + " semicolons.",
                    cause);
        }
    }
}
