package parsweep.model.process;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running process. Used by one thread; an interrupt of that thread, while it waits here, kills the process's group. */
public final class Child {
    private static final int FIRST_SIGNAL = 128;

    private static final Map<Integer, String> SIGNALS = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL"),
            Map.entry(6, "SIGABRT"),
            Map.entry(7, "SIGBUS"),
            Map.entry(8, "SIGFPE"),
            Map.entry(9, "SIGKILL"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(15, "SIGTERM"),
            Map.entry(24, "SIGXCPU, its processor time was up"),
            Map.entry(25, "SIGXFSZ"));

    private final Process process;
    private final ProcessGroup group;
    private final InputStream output;
    private final OutputStream input;
    private final Waiting waiting = new Waiting(this::kill);

    Child(Process process, ProcessGroup group) {
        this.process = process;
        this.group = group;
        this.output = process.getInputStream();
        this.input = process.getOutputStream();
    }

    /**
     * Reads from its standard output; waits until there is something.
     *
     * @return the number of bytes, or -1 at the end
     * @throws InterruptedException if the thread was interrupted; the process is dead
     */
    public int read(byte[] bytes, int offset, int length) throws IOException, InterruptedException {
        return waiting.during(() -> output.read(bytes, offset, length));
    }

    /** Whether a read would not have to wait; false if it would fail. */
    public boolean isReadable() {
        try {
            return output.available() > 0;
        } catch (IOException e) {
            return false; // the next read says why
        }
    }

    /**
     * Writes to its standard input; waits until there is room.
     *
     * @throws EOFException if the process has ended, or has closed it
     * @throws InterruptedException if the thread was interrupted; the process is dead
     */
    public void write(byte[] bytes, int offset, int length) throws IOException, InterruptedException {
        waiting.during(() -> {
            try {
                input.write(bytes, offset, length);
                input.flush();
                return length;
            } catch (IOException e) {
                throw new EOFException(e.getMessage()); // a broken pipe
            }
        });
    }

    /**
     * Waits until the process has ended.
     *
     * @return its exit code; 128 + n if it was ended by signal n
     * @throws InterruptedException if the thread was interrupted; the process is dead
     */
    public int awaitExit() throws IOException, InterruptedException {
        return waiting.during(process::waitFor);
    }

    /**
     * Lets it end by itself, and kills it if it does not.
     *
     * @return its exit code, as {@link #awaitExit}
     */
    public int end(long millis) {
        try {
            if (waiting.during(() -> process.waitFor(millis, TimeUnit.MILLISECONDS) ? 1 : 0) == 0) {
                kill();
            }
            return process.waitFor();
        } catch (IOException | InterruptedException e) {
            kill();
            return FIRST_SIGNAL;
        }
    }

    /** Kills it, its descendants and what else carries their mark. May be called by any thread. */
    public void kill() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        group.kill();
    }

    long pid() {
        return process.pid();
    }

    /** Lets go of its pipes. */
    public void close() {
        closeQuietly(input);
        closeQuietly(output);
    }

    private static void closeQuietly(AutoCloseable stream) {
        try {
            stream.close();
        } catch (Exception e) {
            return; // the other end is gone already
        }
    }

    public static boolean isSignal(int exitCode) {
        return exitCode > FIRST_SIGNAL && SIGNALS.containsKey(exitCode - FIRST_SIGNAL);
    }

    /** In words: {@code exit code 3}, {@code killed by SIGSEGV}. */
    public static String describe(int exitCode) {
        String signal = SIGNALS.get(exitCode - FIRST_SIGNAL);
        return signal == null ? "exit code " + exitCode : "killed by " + signal;
    }
}
