package parsweep.model.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shell that does nothing until the service has ended, however it ended: then the pipe that it reads from has an end.
 * It kills what processes of the service are left and removes their directory. Thread-safe.
 */
final class Watchdog implements AutoCloseable {
    /** {@code $1}: the mark; {@code $2}: the directory. A process that is killed is found again until it is gone. */
    private static final String SCRIPT = """
            trap '' HUP INT TERM
            cat >/dev/null
            tries=0
            while [ $tries -lt 100 ]; do
                found=$(grep -lsF -- "$1" /proc/[0-9]*/environ)
                [ -n "$found" ] || break
                for environ in $found; do
                    pid=${environ#/proc/}
                    kill -KILL "${pid%/environ}"
                done
                tries=$((tries + 1))
            done 2>/dev/null
            rm -rf -- "$2"
            """;

    private final Mark mark;
    private final Path directory;
    private @Nullable Process process; // guarded by this

    Watchdog(Mark mark, Path directory) {
        this.mark = mark;
        this.directory = directory;
    }

    /** Starts it if it does not run. */
    synchronized void ensure() throws IOException {
        if (process != null && process.isAlive()) {
            return;
        }
        List<String> command = new ArrayList<>();
        Tools.find("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(
                List.of("/bin/sh", "-c", SCRIPT, "sh", Mark.VARIABLE + "=" + mark.value(), directory.toString()));
        process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Lets it do its work now. */
    @Override
    public synchronized void close() {
        Process running = process;
        if (running != null) {
            try {
                running.getOutputStream().close();
            } catch (IOException e) {
                running.destroyForcibly();
            }
            process = null;
        }
    }
}
