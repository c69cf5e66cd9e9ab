package parsweep.web;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sweeps on an H2 file, as a new user has it. */
class H2SweepTest extends SweepContract {
    @TempDir
    private static Path directory;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("parsweep.data", () -> directory.resolve("parsweep").toString());
    }
}
