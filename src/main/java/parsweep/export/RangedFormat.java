package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;

/** A format whose length is known before it is written, and that can be written from any byte on. */
public interface RangedFormat extends ResultFormat {
    /** The file of a table; to find out what its head must say may take a pass over the rows. */
    Content content(Table table) throws IOException;

    @Override
    default void write(Table table, OutputStream out) throws IOException {
        Content content = content(table);
        content.write(0, content.length(), out);
        out.flush();
    }

    /** A file that can be written in pieces. */
    interface Content {
        /** Number of bytes. */
        long length() throws IOException;

        /**
         * Writes the bytes in [from, to).
         *
         * @param to at most {@link #length}
         */
        void write(long from, long to, OutputStream out) throws IOException;
    }
}
