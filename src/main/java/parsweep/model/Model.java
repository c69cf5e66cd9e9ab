package parsweep.model;

import java.util.Optional;

/** A simulation that can be swept. Thread-safe; its sessions are not. */
public interface Model {
    ModelDescription description();

    /**
     * Opens a session for the calling thread. May take as long as a program needs to start: that is no point's time.
     *
     * @throws ModelUnavailableException if the model cannot be used at all
     */
    Session open();

    /** The code with which its points can be computed in Python; empty if there is none, or it is not for others. */
    default Optional<PythonCode> python() {
        return Optional.empty();
    }
}
