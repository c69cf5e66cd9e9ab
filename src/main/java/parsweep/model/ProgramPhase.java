package parsweep.model;

/** What a session is doing whose points are computed by another process. */
public enum ProgramPhase {
    /**
     * A process that stays is being started: one that takes points, until it says that it is ready, or the shell that starts
     * one for each point.
     */
    STARTING,

    /** What the process needs is on its way: files in its scratch directory, bytes in its pipe; or is removed again. */
    WRITING,

    /** Until the process has answered or ended: it is started by the shell, computes, or writes its answer. */
    WAITING,

    /** An answer is read and its outcome filed, and the next points are put into words. */
    PARSING
}
