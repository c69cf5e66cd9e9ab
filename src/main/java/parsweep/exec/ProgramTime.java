package parsweep.exec;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parsweep.model.ProgramPhase;

/**
 * What sessions were doing whose points other processes compute, at moments that are spread evenly: the number of samples
 * of a phase is proportional to the time it took, and the sessions look at no clock for it. Used by one thread.
 */
public final class ProgramTime {
    private final Map<ProgramPhase, Integer> samples = new EnumMap<>(ProgramPhase.class);
    private boolean isOfProgram = true;

    /**
     * Adds a moment of a session.
     *
     * @param phase null if it computes points itself
     */
    void add(@Nullable ProgramPhase phase) {
        if (phase == null) {
            isOfProgram = false;
        } else {
            samples.merge(phase, 1, Integer::sum);
        }
    }

    /** Whether there are samples, and no session has been seen that computes points itself. */
    boolean isOfProgram() {
        return isOfProgram && samples() > 0;
    }

    public int samples() {
        return samples.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int samples(ProgramPhase phase) {
        return samples.getOrDefault(phase, 0);
    }
}
