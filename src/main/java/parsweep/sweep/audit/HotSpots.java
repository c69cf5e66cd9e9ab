package parsweep.sweep.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parsweep.exec.Profile;
import parsweep.exec.ProgramTime;
import parsweep.model.ProgramPhase;

/**
 * In which methods the points of a sweep spend their time.
 *
 * @param seconds that were recorded
 * @param samples of threads that computed its points
 * @param inNative how many of them were in native code: waiting for a process, reading a pipe
 * @param elsewhere samples of threads that computed for other sweeps
 * @param methods the hottest, by samples that were in the method itself
 * @param programs what its threads were doing if other processes compute its points, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HotSpots(
        double seconds,
        int samples,
        int inNative,
        int elsewhere,
        List<HotSpot> methods,
        @Nullable ProgramShares programs) {
    /**
     * A method.
     *
     * @param line of its source that was hit most often; 0 if that is not known
     * @param self samples in the method itself, as a fraction of all
     * @param total samples in it or in what it called, as a fraction of all
     */
    public record HotSpot(String method, int line, double self, double total) {}

    /**
     * What the threads of a sweep were doing whose points other processes compute, as fractions that add up to 1.
     *
     * @param samples of the threads, some 500 a second of each
     * @param starting processes, until they run; of those that stay, until they are ready
     * @param writing the processes' files and input; removing them
     * @param waiting for processes that compute, or write what they have computed
     * @param parsing what they wrote, and putting the next points into words
     */
    public record ProgramShares(int samples, double starting, double writing, double waiting, double parsing) {
        static ProgramShares of(ProgramTime time) {
            double all = time.samples();
            return new ProgramShares(
                    time.samples(),
                    time.samples(ProgramPhase.STARTING) / all,
                    time.samples(ProgramPhase.WRITING) / all,
                    time.samples(ProgramPhase.WAITING) / all,
                    time.samples(ProgramPhase.PARSING) / all);
        }
    }

    static HotSpots of(Profile profile) {
        double samples = Math.max(1, profile.samples());
        return new HotSpots(
                profile.seconds(),
                profile.samples(),
                profile.inNative(),
                profile.elsewhere(),
                profile.methods().stream()
                        .map(hot -> new HotSpot(hot.method(), hot.line(), hot.self() / samples, hot.total() / samples))
                        .toList(),
                profile.programs().map(ProgramShares::of).orElse(null));
    }
}
