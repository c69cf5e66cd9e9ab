package parsweep.model;

/** A simulation that can be swept. Thread-safe; its sessions are not. */
public interface Model {
    ModelDescription description();

    /**
     * Opens a session for the calling thread. May take as long as a program needs to start: that is no point's time.
     *
     * @throws ModelUnavailableException if the model cannot be used at all
     */
    Session open();
}
