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

    /** With what its points can be computed without the service; empty if that is not possible. */
    default Optional<ModelCode> code() {
        return Optional.empty();
    }
}
