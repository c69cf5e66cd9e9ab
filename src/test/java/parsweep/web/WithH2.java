package parsweep.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
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

    @Value("${parsweep.models}")
    private Path models;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("parsweep.retention-interval", () -> "200ms");
        registry.add("parsweep.limits.upload-time", () -> "3s");
        Path directory = newDirectory().toAbsolutePath();
        registry.add("parsweep.data", () -> directory.resolve("parsweep").toString());
        String models = copyOfExamples(directory.resolve("models")).toString();
        registry.add("parsweep.models", () -> models);
        registry.add("parsweep.scratch", () -> directory.resolve("scratch").toString());
    }

    /** The models of the examples, in a directory where tests may put others. */
    private static Path copyOfExamples(Path target) {
        Path source = Path.of("http-examples", "models");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(source.relativize(file));
                if (!Files.exists(copy)) {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The directory of models; to be read again after a change. */
    protected Path models() {
        return models;
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
