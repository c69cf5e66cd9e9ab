package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;

/** A format whose length is known before it is written, and that can be written from any byte on. */
public interface RangedFormat extends ResultFormat {
    /** Number of bytes that {@link #write(Table, OutputStream)} would write. */
    long length(Table table) throws IOException;

    /**
     * Writes the bytes in [from, to) and flushes; does not close {@code out}.
     *
     * @param to at most {@link #length}
     */
    void write(Table table, long from, long to, OutputStream out) throws IOException;

    @Override
    default void write(Table table, OutputStream out) throws IOException {
        write(table, 0, length(table), out);
    }
}
