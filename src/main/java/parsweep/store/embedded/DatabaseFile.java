package parsweep.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import parsweep.sweep.state.FreeSpace;

/** The file of an embedded H2; there is none with PostgreSQL, whose disk is its own concern. */
@Component
class DatabaseFile implements FreeSpace {
    /** What its address begins with. */
    static final String PREFIX = "jdbc:h2:file:";

    private final @Nullable Path directory;

    DatabaseFile(@Value("${spring.datasource.url}") String url) {
        directory = url.startsWith(PREFIX) ? directory(url.substring(PREFIX.length())) : null;
    }

    private static @Nullable Path directory(String file) {
        return path(file.split(";", 2)[0]).getParent();
    }

    /** An absolute path; a tilde at its beginning is the home of the user, as H2 has it. */
    static Path path(String file) {
        String home = System.getProperty("user.home");
        return Path.of(file.startsWith("~") ? home + file.substring(1) : file).toAbsolutePath();
    }

    @Override
    public OptionalLong bytes() {
        if (directory == null || !Files.exists(directory)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Files.getFileStore(directory).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
