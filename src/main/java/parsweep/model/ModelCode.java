package parsweep.model;

import java.nio.file.Path;
import java.util.List;

/**
 * What is needed to compute points without the service, from Python.
 *
 * @param directory that holds the code
 * @param files of the directory, by their paths in it: what the version of the model stands for
 * @param call of a function, {@code module:function}, which takes the parameters by their names, and {@code rng} or
 *     {@code seed} if it names them; of a program, how its processes are started and read, as JSON
 */
public record ModelCode(Kind kind, Path directory, List<String> files, String call) {
    /** What is called. */
    public enum Kind {
        PYTHON,
        PROGRAM
    }

    public ModelCode {
        files = List.copyOf(files);
    }
}
