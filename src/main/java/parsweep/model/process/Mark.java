package parsweep.model.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What processes and all their descendants carry in their environment, as {@code PARSWEEP_PROCESS=service/group}. Kills
 * all that carry it; where there is no {@code /proc}, only the descendants that a process still has can be found.
 *
 * @param service the name of a service's directory
 * @param group of processes within the service; empty for all of them
 */
record Mark(String service, String group) {
    static final String VARIABLE = "PARSWEEP_PROCESS";

    private static final Path PROC = Path.of("/proc");

    /** Killed processes are gone within milliseconds, unless they wait for a disk. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    String value() {
        return service + "/" + group;
    }

    /** Kills until there is none left; some may start others meanwhile. */
    void killAll() {
        killAll(0);
    }

    /**
     * Kills until there is none left.
     *
     * @param spared a process that is let live; 0 for none
     */
    void killAll(long spared) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (killOnce(spared) && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean killOnce(long spared) {
        boolean found = false;
        if (!Files.isDirectory(PROC)) {
            return false;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                long pid = Long.parseLong(process.getFileName().toString());
                if (pid != spared && isCarriedBy(process)) {
                    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                    found = true;
                }
            }
        } catch (IOException e) {
            return found; // a process that has just ended
        }
        return found;
    }

    private boolean isCarriedBy(Path process) {
        try {
            byte[] bytes = Files.readAllBytes(process.resolve("environ"));
            String environment = "\0" + new String(bytes, StandardCharsets.ISO_8859_1);
            return environment.contains("\0" + VARIABLE + "=" + value() + (group.isEmpty() ? "" : "\0"));
        } catch (IOException | SecurityException e) {
            return false; // it has ended, or is somebody else's
        }
    }
}
