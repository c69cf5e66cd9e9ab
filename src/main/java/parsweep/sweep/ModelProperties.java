package parsweep.sweep;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where programs are that can be swept, and where they run.
 *
 * @param models the operator's directory of models; it may be missing
 * @param scratch for the files of running programs, and those of failed points; {@code parsweep} in the system's temporary
 *     directory if it is not given
 */
@ConfigurationProperties("parsweep")
record ModelProperties(Path models, Path scratch) {
    ModelProperties(@DefaultValue("./models") Path models, @Nullable Path scratch) {
        this.models = models;
        this.scratch =
                Objects.requireNonNullElseGet(scratch, () -> Path.of(System.getProperty("java.io.tmpdir"), "parsweep"));
    }
}
