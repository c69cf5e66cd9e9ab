package parsweep.sweep.state;

import java.util.OptionalLong;

/** What keeps everything, and what has to be done for it besides storing. */
public interface Database {
    /** Name of the product. */
    String name();

    /** Whether no other process can use it. */
    boolean isEmbedded();

    /** Bytes that it takes, indexes and space for more included; empty if it keeps nothing on a disk. */
    OptionalLong bytes();

    /** Writes what has been committed, where it does not do so by itself; to be called twice a second. */
    void write();

    /** Makes what has been committed survive a crash of the process, where its commit does not do so. */
    void sync();

    /** Something is being deleted. */
    void noteDeletion();

    /** Gives the disk back what was deleted, where that does not happen by itself; to be called every minute or so. */
    void reclaim();
}
