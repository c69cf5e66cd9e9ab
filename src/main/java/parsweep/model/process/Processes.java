package parsweep.model.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All processes of a service. Thread-safe. */
public final class Processes implements AutoCloseable {
    private final Path root;
    private final AtomicLong groups = new AtomicLong();
    private @Nullable Scratch scratch; // guarded by this
    private @Nullable Watchdog watchdog; // guarded by this

    static {
        // Half the cost of the JDK's own choice, which runs a program of its own in between; both are safe.
        if (System.getProperty("jdk.lang.Process.launchMechanism") == null
                && System.getProperty("os.name").equals("Linux")) {
            System.setProperty("jdk.lang.Process.launchMechanism", "VFORK");
        }
    }

    /**
     * @param root where services keep their directories for processes: of this one, and of those that died
     */
    public Processes(Path root) {
        this.root = root;
    }

    /** Kills what services that died have left running, and removes their files. */
    public void reap() {
        if (Files.isDirectory(root)) {
            Scratch.reap(root);
        }
    }

    /** Where what outlives the service may be kept. */
    public Path root() {
        return root;
    }

    /**
     * A group of processes with a directory of its own, which ends as a whole.
     *
     * @throws IOException if there can be no directory or no watchdog
     */
    public ProcessGroup open(ProcessLimits limits) throws IOException {
        Scratch own = running();
        String name = Long.toString(groups.incrementAndGet());
        Path directory = Files.createDirectory(own.directory().resolve(name));
        return new ProcessGroup(new Mark(own.name(), name), directory, limits);
    }

    /** Nothing is made before the first program runs; most services have none. */
    private synchronized Scratch running() throws IOException {
        Scratch own = scratch;
        if (own == null) {
            own = new Scratch(root);
            scratch = own;
            watchdog = new Watchdog(new Mark(own.name(), ""), own.directory());
        }
        if (watchdog != null) {
            watchdog.ensure();
        }
        return own;
    }

    /** Ends all processes. */
    @Override
    public synchronized void close() {
        if (scratch != null) {
            new Mark(scratch.name(), "").killAll();
            scratch.close();
            scratch = null;
        }
        if (watchdog != null) {
            watchdog.close();
            watchdog = null;
        }
    }
}
