package parsweep.sweep.state;

import java.util.OptionalLong;

/** The file system that results go to, where this process can see it. */
@FunctionalInterface
public interface FreeSpace {
    /** Bytes that can still be written; empty if the database keeps its files elsewhere. */
    OptionalLong bytes();
}
