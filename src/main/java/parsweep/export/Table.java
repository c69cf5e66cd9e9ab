package parsweep.export;

import java.io.IOException;
import java.util.List;

/** Rows of named columns that can be read again and again, each time the same rows in the same order. */
public interface Table {
    List<Column> columns();

    /** Number of rows that {@link #read} delivers. */
    long rows();

    /**
     * Delivers all rows, in order.
     *
     * @param columns positions of the columns that will be looked at; the others may be left undecoded
     */
    void read(int[] columns, BatchSink sink) throws IOException;

    /** Takes batches. */
    @FunctionalInterface
    interface BatchSink {
        void accept(Batch batch) throws IOException;
    }
}
