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
}
