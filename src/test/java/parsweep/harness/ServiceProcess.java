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
    private final long started = System.nanoTime();
    private Duration startTime = Duration.ZERO;
    private Service service = new Service(0);

    private ServiceProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** {@link #launch} and {@link #awaitReady}. */
    public static ServiceProcess start(List<String> program, Path directory, String... settings) {
        ServiceProcess started = launch(program, directory, settings);
        started.awaitReady();
        return started;
    }

    /**
     * Starts the service and does not wait until it is ready.
     *
     * @param program {@link #jar} or {@link #classPath}
     * @param directory for the log and, unless the settings say otherwise, the database
     * @param settings such as {@code --parsweep.workers=1}
     */
    public static ServiceProcess launch(List<String> program, Path directory, String... settings) {
        return launch(List.of(), program, directory, settings);
    }

    /**
     * @param prefix of the command, such as one that changes the network namespace
     */
    static ServiceProcess launch(List<String> prefix, List<String> program, Path directory, String... settings) {
        try {
            Files.createDirectories(directory);
            Path log = Files.createTempFile(directory, "service-", ".log");
            List<String> command = new ArrayList<>(prefix);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(program);
            command.add("--server.port=0");
            command.add("--parsweep.data=" + directory.resolve("parsweep"));
            command.addAll(List.of(settings));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new ServiceProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void awaitReady() {
        Optional<Integer> port = Awaitility.await("the start of the service; its log is " + log)
                .atMost(Duration.ofMinutes(5)) // on a machine with much else to do
                .pollInterval(Duration.ofMillis(10))
                .until(() -> portOf(process, log), Optional::isPresent);
        startTime = Duration.ofNanos(System.nanoTime() - started);
        service = new Service(port.orElseThrow());
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

    /** The packaged service, with the heap that has to be enough, and the options with which {@code spring-boot:run} starts. */
    public static List<String> jar() {
        Path jar = Path.of("target", "parsweep.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("no " + jar + " (expected: ./mvnw package before)");
        }
        List<String> program = new ArrayList<>(List.of("-Xmx256m"));
        program.addAll(List.of(System.getProperty("startOptions", "").split(" ")));
        program.removeIf(String::isEmpty);
        program.addAll(List.of("-jar", jar.toString()));
        return program;
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

    public long pid() {
        return process.pid();
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

    /** Processor time that it has used so far. */
    public Duration cpuTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Waits for the process to end by itself. */
    public int awaitExit(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("still running after %s:\n%s".formatted(atMost, log()));
        }
        return process.exitValue();
    }

    /** SIGSTOP: the process stands still, as that of a laptop whose lid is closed. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** SIGCONT: it goes on and does not know that time has passed. */
    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
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
