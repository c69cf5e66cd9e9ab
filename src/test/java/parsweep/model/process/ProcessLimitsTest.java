package parsweep.model.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessLimitsTest {
    private static final ProcessLimits LIMITS = new ProcessLimits(256 << 20, 7);

    private static String limitsWithin(List<String> prefix) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("/bin/sh", "-c", "ulimit -v; ulimit -t; echo \"$1\"", "sh", "a 'b' $c"));
        Process process = new ProcessBuilder(command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void theShellSetsThemWherePrlimitIsMissing() throws Exception {
        assertThat(limitsWithin(LIMITS.prefix(Optional.empty()))).isEqualTo("262144\n7\na 'b' $c\n");
    }

    @Test
    void prlimitSetsThem() throws Exception {
        Optional<Path> prlimit = Tools.find("prlimit");
        assumeTrue(prlimit.isPresent());

        assertThat(limitsWithin(LIMITS.prefix(prlimit))).isEqualTo("262144\n7\na 'b' $c\n");
    }

    @Test
    void noLimitsAreNoProgram() {
        assertThat(ProcessLimits.NONE.prefix()).isEmpty();
    }
}
