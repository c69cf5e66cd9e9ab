package parsweep.model.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parsweep.model.process.Directories;

/**
 * The scratch directories of a model's failed points: the last of them are kept, so that somebody can look at them.
 * Thread-safe.
 */
final class KeptFiles {
    private static final Logger LOG = LoggerFactory.getLogger(KeptFiles.class);

    private final Path directory;
    private final int limit;
    private final Deque<Path> kept = new ArrayDeque<>(); // guarded by this

    /**
     * @param directory of this model's
     * @param limit how many are kept; the oldest goes first
     */
    KeptFiles(Path directory, int limit) {
        this.directory = directory;
        this.limit = limit;
    }

    int limit() {
        return limit;
    }

    /** Moves a scratch directory to where it is kept; empty if it is not. */
    synchronized Optional<Path> keep(Path scratch, String name) {
        if (limit == 0) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(directory);
            if (kept.isEmpty()) {
                try (Stream<Path> before = Files.list(directory)) {
                    before.sorted(Comparator.comparing(path -> path.toFile().lastModified()))
                            .forEach(kept::add);
                }
            }
            Path target = directory.resolve(name);
            if (kept.remove(target)) {
                Directories.delete(target);
            }
            Files.move(scratch, target);
            kept.add(target);
            while (kept.size() > limit) {
                Directories.delete(kept.remove());
            }
            return Optional.of(target);
        } catch (IOException e) {
            LOG.debug("{} could not be kept", scratch, e); // a copy is worth less than the sweep
            return Optional.empty();
        }
    }
}
