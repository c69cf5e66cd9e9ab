package parsweep.model.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process to be started.
 *
 * @param command the program and its arguments; no shell sees it
 * @param directory where it runs
 * @param environment beside what all processes have, see {@link Environment}
 * @param input the file that is its standard input; null for a pipe
 */
public record Launch(
        List<String> command,
        Path directory,
        Map<String, String> environment,
        @Nullable Path input) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
