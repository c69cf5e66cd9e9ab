package parsweep.model.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parsweep.model.process.Tools;

/**
 * Bubblewrap around a program: the file system read-only but for the scratch directory and an empty {@code /tmp}, no
 * network, no processes but its own.
 */
final class Isolation {
    private Isolation() {}

    /** The command in front of the program's. */
    static List<String> prefix(Path bubblewrap, Path model, Path scratch) {
        List<String> prefix = new ArrayList<>(List.of(bubblewrap.toString()));
        prefix.addAll(List.of("--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp"));
        prefix.addAll(List.of("--ro-bind", model.toString(), model.toString()));
        prefix.addAll(List.of("--bind", scratch.toString(), scratch.toString()));
        prefix.addAll(List.of("--chdir", scratch.toString(), "--unshare-all", "--die-with-parent", "--"));
        return prefix;
    }

    /** Bubblewrap, if it is there and the kernel lets it work. */
    static Optional<Path> find() {
        return Tools.find("bwrap").filter(Isolation::works);
    }

    private static boolean works(Path bubblewrap) {
        try {
            Process trial = new ProcessBuilder(
                            bubblewrap.toString(), "--ro-bind", "/", "/", "--unshare-all", "--", "/bin/sh", "-c", ":")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor() == 0;
        } catch (java.io.IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while models were read", e);
        }
    }
}
