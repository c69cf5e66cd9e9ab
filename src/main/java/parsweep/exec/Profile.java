package parsweep.exec;

import java.util.List;
import java.util.Optional;

/**
 * Where session threads were, at every hundredth of a second or so.
 *
 * @param seconds that were recorded
 * @param samples of threads that computed points of the sweep
 * @param inNative how many of them were in native code: waiting for a process, reading a pipe
 * @param elsewhere samples of session threads that computed for other sweeps
 * @param methods the hottest, by samples that were in the method itself
 * @param programs what the threads were doing if other processes compute the points
 */
public record Profile(
        double seconds, int samples, int inNative, int elsewhere, List<Hot> methods, Optional<ProgramTime> programs) {
    Profile with(ProgramTime time) {
        return new Profile(
                seconds,
                samples,
                inNative,
                elsewhere,
                methods,
                time.isOfProgram() ? Optional.of(time) : Optional.empty());
    }

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
