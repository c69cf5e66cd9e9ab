package parsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ModelPropertiesTest {
    private static ModelProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("parsweep", ModelProperties.class);
    }

    @Test
    void programsRunInTheSystemsTemporaryDirectoryUnlessItIsSaid() {
        assertThat(bound(Map.of()).scratch()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir"), "parsweep"));
        assertThat(bound(Map.of("parsweep.scratch", "/elsewhere")).scratch()).isEqualTo(Path.of("/elsewhere"));
    }
}
