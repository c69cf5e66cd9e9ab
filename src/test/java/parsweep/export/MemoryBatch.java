package parsweep.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a {@link MemoryTable}. Whatever a format may not do is an exception: looking at a batch when the call
 * that handed it over is through, at a column that it did not ask for, at a row that is not there, at a value that is
 * missing or of another kind. Arrays lie between elements that belong to none.
 */
final class MemoryBatch implements Batch, AutoCloseable {
    private static final double STRAY = -77.25;

    private final MemoryTable table;
    private final int[] wanted;
    private final int from;
    private final int to;
    private final Map<Integer, Layout> layouts = new HashMap<>(); // by column
    private boolean closed;

    MemoryBatch(MemoryTable table, int[] wanted, int from, int to) {
        this.table = table;
        this.wanted = wanted;
        this.from = from;
        this.to = to;
    }

    @Override
    public int rows() {
        checkOpen();
        return to - from;
    }

    @Override
    public boolean isMissing(int column, int row) {
        return value(column, row) == null;
    }

    @Override
    public double real(int column, int row) {
        return present(column, row, Double.class);
    }

    @Override
    public long integer(int column, int row) {
        return present(column, row, Long.class);
    }

    @Override
    public boolean flag(int column, int row) {
        return present(column, row, Boolean.class);
    }

    @Override
    public String text(int column, int row) {
        return present(column, row, String.class);
    }

    @Override
    public double[] elements(int column) {
        return layout(column).elements();
    }

    @Override
    public int arrayStart(int column, int row) {
        present(column, row, List.class);
        return layout(column).starts()[row];
    }

    @Override
    public int arrayLength(int column, int row) {
        return present(column, row, List.class).size();
    }

    @Override
    public void close() {
        closed = true;
    }

    private Layout layout(int column) {
        checkOpen();
        return layouts.computeIfAbsent(column, this::layOut);
    }

    private Layout layOut(int column) {
        int[] starts = new int[to - from];
        DoubleStream.Builder elements = DoubleStream.builder();
        int size = 0;
        for (int row = 0; row < starts.length; row++) {
            elements.add(STRAY);
            starts[row] = ++size;
            if (value(column, row) instanceof List<?> array) {
                array.forEach(element -> elements.add((Double) element));
                size += array.size();
            }
        }
        return new Layout(elements.build().toArray(), starts);
    }

    private <T> T present(int column, int row, Class<T> type) {
        Object value = value(column, row);
        if (value == null) {
            throw new IllegalStateException("column %d has no value in row %d".formatted(column, row));
        }
        return type.cast(value);
    }

    private @Nullable Object value(int column, int row) {
        checkOpen();
        if (IntStream.of(wanted).noneMatch(i -> i == column)) {
            throw new IllegalStateException("column %d was not asked for".formatted(column));
        }
        if (row < 0 || row >= to - from) {
            throw new IndexOutOfBoundsException("row %d of %d".formatted(row, to - from));
        }
        return table.values(column).get(from + row);
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the batch is over");
        }
    }

    /**
     * Where the arrays of a column lie.
     *
     * @param starts by row
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Layout(double[] elements, int[] starts) {}
}
