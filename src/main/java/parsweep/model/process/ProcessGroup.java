package parsweep.model.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Processes that belong together: they share a directory, limits and a file for standard error, and end together. Used by
 * one thread, but for {@link #watch} and {@link #kill}.
 */
public final class ProcessGroup implements AutoCloseable {
    /** The last lines of standard error, of a stack trace; a failure keeps 2000 characters in all. */
    private static final int TAIL_BYTES = 1500;

    /** What a process writes to standard error beyond this is forgotten, but for what it wrote last. */
    private static final long MAX_ERROR_BYTES = 1 << 20;

    private final Mark mark;
    private final Path directory;
    private final Path errors;
    private final List<String> prefix = new ArrayList<>();

    ProcessGroup(Mark mark, Path directory, ProcessLimits limits) {
        this.mark = mark;
        this.directory = directory;
        this.errors = directory.resolve("stderr");
        Tools.find("setsid").ifPresent(setsid -> prefix.add(setsid.toString()));
        prefix.addAll(limits.prefix());
    }

    /** Of the group alone; it vanishes with it. */
    public Path directory() {
        return directory;
    }

    /**
     * Starts a process.
     *
     * @throws IOException if it cannot be started
     */
    public Child start(Launch launch) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(launch.command());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(launch.directory().toFile());
        Environment.prepare(builder.environment(), launch.environment());
        builder.environment().put(Mark.VARIABLE, mark.value());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        Path input = launch.input();
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        return new Child(builder.start(), this);
    }

    /** The end of what processes have written to standard error since {@link #forgetErrors}. */
    public String errors() {
        try (RandomAccessFile file = new RandomAccessFile(errors.toFile(), "r")) {
            long length = file.length();
            byte[] tail = new byte[(int) Math.min(length, TAIL_BYTES)];
            file.seek(length - tail.length);
            file.readFully(tail);
            String text = new String(tail, StandardCharsets.UTF_8).strip();
            return tail.length < length ? "…" + text : text;
        } catch (IOException e) {
            return "";
        }
    }

    public void forgetErrors() {
        try {
            if (Files.exists(errors) && Files.size(errors) > 0) {
                truncate();
            }
        } catch (IOException e) {
            return; // then it is told with the next point's
        }
    }

    /** Keeps standard error small. May be called by any thread. */
    public void watch() {
        try {
            if (Files.size(errors) > MAX_ERROR_BYTES) {
                truncate();
            }
        } catch (IOException e) {
            return; // there is none, or it has just gone
        }
    }

    /** Processes append, so that they go on at the new end. */
    private void truncate() throws IOException {
        try (FileChannel file = FileChannel.open(errors, StandardOpenOption.WRITE)) {
            file.truncate(0);
        }
    }

    /** Kills all processes of the group and whatever they have started. May be called by any thread. */
    void kill() {
        mark.killAll();
    }

    /** Kills, and removes the directory. */
    @Override
    public void close() {
        kill();
        Directories.delete(directory);
    }
}
