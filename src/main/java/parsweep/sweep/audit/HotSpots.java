package parsweep.sweep.audit;

import java.util.List;
import parsweep.exec.Profile;

/**
 * In which methods the points of a sweep spend their time.
 *
 * @param seconds that were recorded
 * @param samples of threads that computed its points
 * @param inNative how many of them were in native code: waiting for a process, reading a pipe
 * @param elsewhere samples of threads that computed for other sweeps
 * @param methods the hottest, by samples that were in the method itself
 */
public record HotSpots(double seconds, int samples, int inNative, int elsewhere, List<HotSpot> methods) {
    /**
     * A method.
     *
     * @param line of its source that was hit most often; 0 if that is not known
     * @param self samples in the method itself, as a fraction of all
     * @param total samples in it or in what it called, as a fraction of all
     */
    public record HotSpot(String method, int line, double self, double total) {}

    static HotSpots of(Profile profile) {
        double samples = Math.max(1, profile.samples());
        return new HotSpots(
                profile.seconds(),
                profile.samples(),
                profile.inNative(),
                profile.elsewhere(),
                profile.methods().stream()
                        .map(hot -> new HotSpot(hot.method(), hot.line(), hot.self() / samples, hot.total() / samples))
                        .toList());
    }
}
