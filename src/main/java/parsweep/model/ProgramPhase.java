package parsweep.model;

/** What a session is doing whose points are computed by another process. */
public enum ProgramPhase {
    /** A process is being started: until it runs or, if it stays for many points, until it says that it is ready. */
    STARTING,

    /** What the process needs is on its way: files in its scratch directory, bytes in its pipe; or is removed again. */
    WRITING,

    /** Until the process has answered or ended: it computes, or writes its answer. */
    WAITING,

    /** An answer is read and its outcome filed, and the next points are put into words. */
    PARSING
}
