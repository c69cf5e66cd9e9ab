package parsweep.model;

import java.time.Duration;
import java.util.Optional;

/** A simulation that can be swept. Thread-safe; its sessions are not. */
public interface Model {
    /** Programs load their libraries, from a cold disk. */
    Duration START_TIMEOUT = Duration.ofMinutes(1);

    ModelDescription description();

    /**
     * Opens a session for the calling thread. May take as long as a program needs to start: that is no point's time.
     *
     * @throws ModelUnavailableException if the model cannot be used at all
     */
    Session open();

    /** How long {@link #open} may take, after which its thread is interrupted. */
    default Duration startTimeout() {
        return START_TIMEOUT;
    }

    /**
     * A file that is not what the version of this model stands for any more, so that no new sweep is to begin; empty if
     * there is none.
     */
    default Optional<String> changedFile() {
        return Optional.empty();
    }

    /** With what its points can be computed without the service; empty if that is not possible. */
    default Optional<ModelCode> code() {
        return Optional.empty();
    }
}
