package parsweep.exec;

import java.util.List;

/**
 * Where session threads were, at every hundredth of a second or so.
 *
 * @param seconds that were recorded
 * @param samples of threads that computed points of the sweep
 * @param inNative how many of them were in native code: waiting for a process, reading a pipe
 * @param elsewhere samples of session threads that computed for other sweeps
 * @param methods the hottest, by samples that were in the method itself
 */
public record Profile(double seconds, int samples, int inNative, int elsewhere, List<Hot> methods) {
    /**
     * A method.
     *
     * @param method class and name: {@code parsweep.model.builtin.Ising2d.flip}
     * @param line of its source that was hit most often; 0 if that is not known
     * @param self samples in the method itself
     * @param total samples in it or in what it called
     */
    public record Hot(String method, int line, int self, int total) {}
}
