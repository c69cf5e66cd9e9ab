package parsweep.model;

import java.nio.file.Path;
import java.util.List;

/**
 * What is needed to compute points in Python, without the service.
 *
 * @param directory that holds the code, and is to be in front of Python's path
 * @param files of the directory, by their paths in it: what the version of the model stands for
 * @param function {@code module:function}; takes the parameters by their names, and {@code rng} or {@code seed} if it
 *     names them
 */
public record PythonCode(Path directory, List<String> files, String function) {
    public PythonCode {
        files = List.copyOf(files);
    }
}
