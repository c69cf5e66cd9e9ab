package parsweep.export;

import java.io.IOException;
import java.util.List;

/** Rows of named columns that can be read again and again, each time the same rows in the same order. */
public interface Table {
    List<Column> columns();

    /** Number of rows that {@link #read} delivers; to find out may take a pass over them. */
    long rows() throws IOException;

    /**
     * Delivers all rows, in order.
     *
     * @param columns positions of the columns that will be looked at; the others may be left undecoded
     */
    void read(int[] columns, BatchSink sink) throws IOException;

    /**
     * The rows at positions [from, to) as a table.
     *
     * @param to at most {@link #rows}
     */
    Table slice(long from, long to);

    /**
     * The axes, if the rows are an array of several dimensions in C order: the last axis varies fastest, and the product
     * of the lengths is {@link #rows}. Empty if they are just rows.
     */
    default List<Axis> axes() {
        return List.of();
    }

    /**
     * An axis of a table.
     *
     * @param coordinates where along the axis the rows are: as many rows as the axis is long
     */
    record Axis(String name, long length, Table coordinates) {}

    /** Takes batches. */
    @FunctionalInterface
    interface BatchSink {
        void accept(Batch batch) throws IOException;

        /** There are no more rows for now: those that there were ought to be sent. */
        default void pause() throws IOException {}

        /** There have been no more rows for a while; to be called now and then until there are. */
        default void idle() throws IOException {}
    }
}
