package parsweep.model;

/** A simulation that can be swept. Thread-safe; its sessions are not. */
public interface Model {
    ModelDescription description();

    /**
     * Makes ready what all sessions share and takes long: code that is to be compiled, say. It is called before the first
     * point of a block, outside of its time limit, and returns at once if all is ready.
     */
    default void prepare() {}

    /** Opens a session for the calling thread. */
    Session open();
}
