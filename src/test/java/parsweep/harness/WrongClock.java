package parsweep.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Processes whose clock is wrong, by libfaketime (Debian's package {@code faketime}) if it is installed. */
final class WrongClock {
    static final String MISSING = "workers whose clock is wrong (needs libfaketime: apt-get install faketime)";

    private WrongClock() {}

    /**
     * What a command has to begin with.
     *
     * @param seconds by how much the clock is ahead
     * @return empty if there is no libfaketime
     */
    static Optional<List<String>> prefix(int seconds) {
        return library()
                .map(library -> List.of(
                        "env",
                        "LD_PRELOAD=" + library,
                        "FAKETIME=%+d".formatted(seconds),
                        "FAKETIME_DONT_FAKE_MONOTONIC=1", // only what a clock shows, not how fast it goes
                        "FAKETIME_FORCE_MONOTONIC_FIX=0")); // which lets Java's waits wait for ever
    }

    private static Optional<Path> library() {
        Path root = Path.of("/usr/lib");
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        try (Stream<Path> directories = Files.list(root)) {
            return directories
                    .map(directory -> directory.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
