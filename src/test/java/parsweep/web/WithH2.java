package parsweep.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import parsweep.harness.Service;

/** A service on an H2 file, as a new user has it; one for all the tests that extend this. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(LabModel.class)
public abstract class WithH2 {
    @LocalServerPort
    private int port;

    @Autowired
    private LabModel lab;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("parsweep.retention-interval", () -> "200ms");
        registry.add("parsweep.limits.upload-time", () -> "3s");
        String data = newDirectory().toAbsolutePath().resolve("parsweep").toString();
        registry.add("parsweep.data", () -> data);
    }

    private static Path newDirectory() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "h2-");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public LabModel lab() {
        return lab;
    }

    protected int port() {
        return port;
    }

    public Service service() {
        return new Service(port);
    }
}
