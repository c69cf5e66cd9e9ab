package parsweep.sweep;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where programs are that can be swept, and where they run.
 *
 * @param models the operator's directory of models; it may be missing
 * @param scratch for the files of running programs, and those of failed points
 */
@ConfigurationProperties("parsweep")
record ModelProperties(
        @DefaultValue("./models") Path models,
        @DefaultValue("${java.io.tmpdir}/parsweep") Path scratch) {}
