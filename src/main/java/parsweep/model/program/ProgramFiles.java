package parsweep.model.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import parsweep.model.process.Tools;

/**
 * The files of a model's directory as they were at some time: what a version stands for. Hidden files, and what Python
 * compiles, do not count. Thread-safe.
 */
public final class ProgramFiles {
    /** More is data, or a virtual environment that is not hidden; it would be looked at again and again. */
    static final int MAX_FILES = 10_000;

    /** Read once in a second or so, at the start of the service. */
    static final long MAX_BYTES = 1L << 30;

    /** How long a look at the files counts, for programs that are started a thousand times a second. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int BUFFER_BYTES = 1 << 16;

    /** What is seen of a file without reading it. */
    private record Stamp(long bytes, long modifiedNanos) {}

    private final Path directory;
    private final Map<String, Stamp> stamps;
    private final String digest;
    private volatile long lookedAt = System.nanoTime();
    private volatile Optional<String> changed = Optional.empty();

    private ProgramFiles(Path directory, Map<String, Stamp> stamps, String digest) {
        this.directory = directory;
        this.stamps = stamps;
        this.digest = digest;
    }

    /**
     * The files as they are now.
     *
     * @throws IOException if one cannot be read, or they are too many or too large
     */
    public static ProgramFiles of(Path directory) throws IOException {
        Map<String, Stamp> stamps = stamps(directory);
        long bytes = stamps.values().stream().mapToLong(Stamp::bytes).sum();
        if (stamps.size() > MAX_FILES || bytes > MAX_BYTES) {
            throw new IOException("%d files of %d bytes (expected: at most %d files of %d bytes; keep data elsewhere)"
                    .formatted(stamps.size(), bytes, MAX_FILES, MAX_BYTES));
        }
        return new ProgramFiles(directory, stamps, digest(directory, stamps));
    }

    private static Map<String, Stamp> stamps(Path directory) throws IOException {
        Map<String, Stamp> stamps = new TreeMap<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                String name = visited.getFileName().toString();
                boolean isPassedOver = !visited.equals(directory) && (isHidden(name) || name.equals("__pycache__"));
                return isPassedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes found) throws IOException {
                String name = file.getFileName().toString();
                BasicFileAttributes attributes = found.isSymbolicLink() && Files.exists(file)
                        ? Files.readAttributes(file, BasicFileAttributes.class)
                        : found;
                if (attributes.isRegularFile() && !isHidden(name) && !name.endsWith(".pyc")) {
                    stamps.put(
                            directory.relativize(file).toString(),
                            new Stamp(
                                    attributes.size(),
                                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
                }
                return stamps.size() > MAX_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        });
        return stamps;
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    /** 48 bits: two of a thousand versions are the same once in half a billion services. */
    private static String digest(Path directory, Map<String, Stamp> stamps) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (Map.Entry<String, Stamp> file : stamps.entrySet()) {
                String head = file.getKey() + "\0" + file.getValue().bytes() + "\0";
                sha.update(head.getBytes(StandardCharsets.UTF_8));
                try (InputStream content = Files.newInputStream(directory.resolve(file.getKey()))) {
                    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                        sha.update(buffer, 0, n);
                    }
                }
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** The files, by their paths in the directory. */
    public List<String> names() {
        return List.copyOf(stamps.keySet());
    }

    /** Those of them that can be run. */
    List<String> executables() {
        return stamps.keySet().stream()
                .filter(name -> Tools.isExecutable(directory.resolve(name)))
                .toList();
    }

    public String digest() {
        return digest;
    }

    /** The first file that is not what it was; found up to a second late. */
    public Optional<String> changed() {
        long now = System.nanoTime();
        if (now - lookedAt > LOOK_NANOS) {
            changed = changedNow();
            lookedAt = now;
        }
        return changed;
    }

    /** The first file that is not what it was, as far as sizes and times tell. */
    public Optional<String> changedNow() {
        Map<String, Stamp> now;
        try {
            now = stamps(directory);
        } catch (IOException e) {
            return Optional.of(directory.toString());
        }
        if (now.equals(stamps)) {
            return Optional.empty();
        }
        return stamps.entrySet().stream()
                .filter(file -> !file.getValue().equals(now.get(file.getKey())))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> firstNew(now));
    }

    private Optional<String> firstNew(Map<String, Stamp> now) {
        return now.keySet().stream().filter(file -> !stamps.containsKey(file)).findFirst();
    }
}
