package parsweep.model.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    @Test
    void settingsAndSecretsAreWithheldAndThreadsAreOneUnlessSet() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH", "/bin",
                "PARSWEEP_DB_PASSWORD", "x",
                "SPRING_DATASOURCE_URL", "x",
                "JAVA_TOOL_OPTIONS", "-Xmx1g",
                "GITHUB_TOKEN", "x",
                "aws_secret_access_key", "x",
                "LD_LIBRARY_PATH", "/opt",
                "MKL_NUM_THREADS", "2"));

        Environment.prepare(environment, Map.of("MY_TOKEN", "wanted", "OMP_NUM_THREADS", "4"));

        assertThat(environment)
                .containsOnly(
                        Map.entry("PATH", "/bin"),
                        Map.entry("LD_LIBRARY_PATH", "/opt"),
                        Map.entry("MKL_NUM_THREADS", "2"),
                        Map.entry("OMP_NUM_THREADS", "4"),
                        Map.entry("OPENBLAS_NUM_THREADS", "1"),
                        Map.entry("NUMEXPR_NUM_THREADS", "1"),
                        Map.entry("VECLIB_MAXIMUM_THREADS", "1"),
                        Map.entry("MY_TOKEN", "wanted"));
    }
}
