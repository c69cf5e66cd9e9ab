package parsweep.model;

/** A simulation that can be swept. Thread-safe; its sessions are not. */
public interface Model {
    ModelDescription description();

    /** Opens a session for the calling thread. */
    Session open();
}
