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
import java.util.Map;

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
    private final List<String> session;
    private final ProcessLimits limits;
    private final Launcher launcher;

    ProcessGroup(Mark mark, Path directory, ProcessLimits limits) {
        this.mark = mark;
        this.directory = directory;
        this.errors = directory.resolve("stderr");
        this.session = Tools.find("setsid").map(Path::toString).stream().toList();
        this.limits = limits;
        this.launcher = new Launcher(this, limits, errors);
    }

    /** Of the group alone; it vanishes with it. */
    public Path directory() {
        return directory;
    }

    /**
     * Starts a process that stays, and is talked to.
     *
     * @throws IOException if it cannot be started
     */
    public Child start(Launch launch) throws IOException {
        List<String> command = new ArrayList<>(session);
        command.addAll(limits.prefix());
        command.addAll(launch.command());
        ProcessBuilder builder = builder(command, launch.environment())
                .directory(launch.directory().toFile());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        Path input = launch.input();
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        return new Child(builder.start(), this);
    }

    /**
     * Runs a process to its end.
     *
     * @param output the file that is its standard output; one that is not there yet
     * @param started is told when all is done that comes before it
     * @return its exit code; 128 + n if it was ended by signal n
     * @throws IOException if it cannot be started
     * @throws InterruptedException if the thread was interrupted; all processes of the group are dead
     */
    public int run(Launch launch, Path output, Runnable started) throws IOException, InterruptedException {
        return launcher.run(launch, output, started);
    }

    /** The shell of the launcher, whose own messages nobody wants. */
    Child startShell() throws IOException {
        List<String> command = new ArrayList<>(session);
        command.addAll(Launcher.shell());
        return new Child(
                builder(command, Map.of())
                        .directory(directory.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start(),
                this);
    }

    private ProcessBuilder builder(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Environment.prepare(builder.environment(), environment);
        builder.environment().put(Mark.VARIABLE, mark.value());
        return builder;
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
    public void kill() {
        mark.killAll();
    }

    /** Kills what processes that have ended have left running. Takes a millisecond or two, to look at all processes. */
    public void killLeftovers() {
        mark.killAll(launcher.pid());
    }

    /** Kills, and removes the directory. */
    @Override
    public void close() {
        launcher.close();
        kill();
        Directories.delete(directory);
    }
}
