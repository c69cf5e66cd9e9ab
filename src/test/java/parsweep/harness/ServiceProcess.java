package parsweep.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The service in a process of its own, that can be killed. */
public final class ServiceProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready at http://localhost:(\\d+)/");

    private final Process process;
    private final Path log;
    private final Duration startTime;
    private final Service service;

    private ServiceProcess(Process process, Path log, Duration startTime, int port) {
        this.process = process;
        this.log = log;
        this.startTime = startTime;
        this.service = new Service(port);
    }

    /**
     * Starts the service and waits until it is ready.
     *
     * @param program {@link #jar} or {@link #classPath}
     * @param directory for the log and, unless the settings say otherwise, the database
     * @param settings such as {@code --parsweep.workers=1}
     */
    public static ServiceProcess start(List<String> program, Path directory, String... settings) {
        try {
            Files.createDirectories(directory);
            Path log = Files.createTempFile(directory, "service-", ".log");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(program);
            command.add("--server.port=0");
            command.add("--parsweep.data=" + directory.toAbsolutePath().resolve("parsweep"));
            command.addAll(List.of(settings));
            long started = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Optional<Integer> port = Awaitility.await("the start of the service; its log is " + log)
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> portOf(process, log), Optional::isPresent);
            return new ServiceProcess(process, log, Duration.ofNanos(System.nanoTime() - started), port.orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Integer> portOf(Process process, Path log) throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the service did not start:\n" + Files.readString(log));
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(READY::matcher)
                    .filter(Matcher::find)
                    .map(ready -> Integer.valueOf(ready.group(1)))
                    .findFirst();
        }
    }

    /** The packaged service, with the heap that has to be enough. */
    public static List<String> jar() {
        Path jar = Path.of("target", "parsweep.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("no " + jar + " (expected: ./mvnw package before)");
        }
        return List.of("-Xmx256m", "-jar", jar.toString());
    }

    /** The service as it was compiled for the tests, with the heap that has to be enough. */
    public static List<String> classPath() {
        return List.of(
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1", // starts faster; tests do not compute long enough to lose by it
                "-cp",
                System.getProperty("java.class.path"),
                "parsweep.ParsweepApplication");
    }

    public Service service() {
        return service;
    }

    /** From the start of the process to the message that it is ready. */
    public Duration startTime() {
        return startTime;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * SIGTERM, as an orderly shutdown sends it.
     *
     * @return the exit code
     */
    public int stop(Duration grace) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("still running %s after SIGTERM:\n%s".formatted(grace, log()));
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
