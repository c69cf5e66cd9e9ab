package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;

/** A way to write a table. Implementations are stateless. */
public interface ResultFormat {
    /** The end of a file's name, without the dot: {@code csv}. */
    String extension();

    String mediaType();

    /** Writes the whole table and flushes; does not close {@code out}. */
    void write(Table table, OutputStream out) throws IOException;

    /** Whether readers go by a row's position, so that there ought to be a row for every index. */
    default boolean isPositional() {
        return false;
    }

    /** Whether readers find an array's axes in it, so that rows which lie along axes ought to be written so. */
    default boolean namesAxes() {
        return false;
    }

    /** Rows of the longest table that can be written. */
    default long maxRows() {
        return Long.MAX_VALUE;
    }

    /** Whether compressing the file again gains nothing. */
    default boolean isCompressed() {
        return false;
    }
}
