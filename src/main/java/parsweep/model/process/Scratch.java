package parsweep.model.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of a running service's processes, {@code <root>/run-<random>}. It is locked as long as the service lives:
 * whose lock is free has died, and is tidied up after by the next that starts.
 */
final class Scratch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);
    private static final String PREFIX = "run-";
    private static final String LOCK = "lock";

    private final Path directory;
    private final FileChannel lock;

    Scratch(Path root) {
        directory = root.toAbsolutePath().resolve(PREFIX + UUID.randomUUID());
        try {
            Files.createDirectories(directory);
            lock = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new IOException("%s is locked".formatted(directory));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for processes in %s".formatted(root), e);
        }
    }

    Path directory() {
        return directory;
    }

    String name() {
        return directory.getFileName().toString();
    }

    /** Kills the processes of services that have died, and removes their files. */
    static void reap(Path root) {
        try (DirectoryStream<Path> services = Files.newDirectoryStream(root, PREFIX + "*")) {
            for (Path service : services) {
                if (isDead(service)) {
                    String name = service.getFileName().toString();
                    LOG.info("tidying up after {}, whose service was killed", service);
                    new Mark(name, "").killAll();
                    Directories.delete(service);
                }
            }
        } catch (IOException e) {
            LOG.warn("could not look for what killed services left in {}: {}", root, e.toString());
        }
    }

    private static boolean isDead(Path service) {
        try (FileChannel channel = FileChannel.open(service.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (OverlappingFileLockException e) {
            return false; // another service in this very process
        } catch (IOException e) {
            return false; // it has just begun, or is somebody else's
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.debug("the lock of {}", directory, e);
        }
        Directories.delete(directory);
    }
}
