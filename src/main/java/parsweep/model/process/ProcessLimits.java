package parsweep.model.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a process may use, set by {@code prlimit} or, where that is missing, by the shell's {@code ulimit}. Processes that
 * it starts have the same limits each.
 *
 * @param memoryBytes address space; 0 for no limit. A process that wants more is refused it, and most then fail
 * @param cpuSeconds processor time; 0 for no limit. A process that wants more is killed by SIGXCPU
 */
public record ProcessLimits(long memoryBytes, long cpuSeconds) {
    public static final ProcessLimits NONE = new ProcessLimits(0, 0);

    /** The program in front of a command that sets the limits; empty if there are none. */
    List<String> prefix() {
        return prefix(Tools.find("prlimit"));
    }

    List<String> prefix(Optional<Path> prlimit) {
        if (memoryBytes == 0 && cpuSeconds == 0) {
            return List.of();
        }
        return prlimit.isPresent() ? prlimit(prlimit.get()) : ulimit();
    }

    private List<String> prlimit(Path program) {
        List<String> prefix = new ArrayList<>(List.of(program.toString()));
        if (memoryBytes > 0) {
            prefix.add("--as=" + memoryBytes);
        }
        if (cpuSeconds > 0) {
            prefix.add("--cpu=" + cpuSeconds);
        }
        prefix.add("--");
        return prefix;
    }

    private List<String> ulimit() {
        return List.of("/bin/sh", "-c", builtins() + "exec \"$@\"", "sh");
    }

    /** The same, in front of a command of a shell; empty if there are none. */
    String builtins() {
        return (memoryBytes > 0 ? "ulimit -v %d && ".formatted(Math.max(1, memoryBytes >> 10)) : "")
                + (cpuSeconds > 0 ? "ulimit -t %d && ".formatted(cpuSeconds) : "");
    }
}
