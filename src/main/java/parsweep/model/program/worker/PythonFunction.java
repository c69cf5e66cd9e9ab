package parsweep.model.program.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A function of Python.
 *
 * @param directory that is put in front of the path of modules
 * @param name {@code module:function}
 */
public record PythonFunction(Path directory, String name) {
    private static final String WORKER = "parsweep_worker.py";

    /** Puts the script that calls functions into a directory. */
    public static Path install(Path directory) throws IOException {
        Path script = directory.resolve(WORKER);
        try (InputStream resource = PythonFunction.class.getResourceAsStream(WORKER)) {
            if (resource == null) {
                throw new IllegalStateException(WORKER + " is missing in the jar");
            }
            Files.copy(resource, script);
        }
        return script;
    }
}
