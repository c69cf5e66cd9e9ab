package parsweep.exec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Profiles the session threads of a pool by Java Flight Recorder, which looks at running threads from outside and so is not
 * drawn to the places where the virtual machine would stop them by itself. What threads do that wait for a process the
 * recorder does not tell; they say it themselves, see {@link ProgramTime}.
 *
 * @see <a href="https://doi.org/10.1145/1806596.1806618">Mytkowicz, Diwan, Hauswirth and Sweeney (2010), evaluating the
 *     accuracy of Java profilers</a>
 */
public final class FlightRecorder {
    private static final String JAVA = "jdk.ExecutionSample";
    private static final String NATIVE = "jdk.NativeMethodSample";

    /** As often as the recorder samples without being a burden. */
    private static final Duration PERIOD = Duration.ofMillis(10);

    /** Of looking at sessions: their phases are short, and to look at one is to read a field. */
    private static final int PROGRAM_PERIOD_MILLIS = 2;

    /** Enough for some 100,000 samples. */
    private static final long MAX_BYTES = 20L << 20;

    private FlightRecorder() {}

    /**
     * Records for a while; the calling thread waits.
     *
     * @param pool whose threads are looked at
     * @param plan of the sweep that is asked about
     * @param methods number of methods to name
     * @throws IOException if there is no room for the recording in the directory of temporary files
     */
    public static Profile record(WorkerPool pool, Plan plan, Duration duration, int methods)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("parsweep-", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(JAVA).withPeriod(PERIOD);
            recording.enable(NATIVE).withPeriod(PERIOD);
            recording.enable(BlockStart.NAME);
            recording.setMaxSize(MAX_BYTES);
            recording.start();
            long started = System.nanoTime();
            Map<Long, Integer> before = pool.sweepsByThread();
            ProgramTime time = new ProgramTime();
            while (System.nanoTime() - started < duration.toNanos()) {
                pool.sample(plan.key(), time);
                Thread.sleep(PROGRAM_PERIOD_MILLIS);
            }
            recording.stop();
            double seconds = (System.nanoTime() - started) * 1e-9;
            recording.dump(file);
            return read(file, before, plan.key(), seconds, methods).with(time);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Profile read(Path file, Map<Long, Integer> before, int sweep, double seconds, int methods)
            throws IOException {
        Map<Long, NavigableMap<Instant, Integer>> history = new HashMap<>();
        before.forEach((thread, running) -> history.put(thread, new TreeMap<>(Map.of(Instant.MIN, running))));
        // Events of a file are in no particular order, so that the first pass finds what the second needs.
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals(BlockStart.NAME) && event.getThread() != null) {
                    history.computeIfAbsent(event.getThread().getJavaThreadId(), thread -> new TreeMap<>())
                            .put(event.getStartTime(), event.getInt("sweep"));
                }
            }
        }
        HotMethods hot = new HotMethods();
        int elsewhere = 0;
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                String type = event.getEventType().getName();
                if (type.equals(JAVA) || type.equals(NATIVE)) {
                    Integer running = sweepOf(event, history);
                    if (running != null && running == sweep) {
                        hot.add(event, type.equals(NATIVE));
                    } else if (running != null) {
                        elsewhere++;
                    }
                }
            }
        }
        return hot.profile(seconds, elsewhere, methods);
    }

    /** What the sampled thread was computing; null if it is no session thread, or was idle. */
    private static @Nullable Integer sweepOf(RecordedEvent sample, Map<Long, NavigableMap<Instant, Integer>> history) {
        RecordedThread thread = sample.getThread("sampledThread");
        NavigableMap<Instant, Integer> running = thread == null ? null : history.get(thread.getJavaThreadId());
        Map.Entry<Instant, Integer> entry = running == null ? null : running.floorEntry(sample.getStartTime());
        return entry == null ? null : entry.getValue();
    }
}
