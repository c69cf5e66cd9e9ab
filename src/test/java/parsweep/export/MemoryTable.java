package parsweep.export;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table that is held in memory: what a format is given, and what must come back. A value is a Double, Long, Boolean,
 * String or a list of Double as its column says, or null if it is missing.
 *
 * <p>Stricter than the contract asks for: see {@link MemoryBatch}.
 */
public final class MemoryTable implements Table {
    private final List<Column> columns;
    private final List<List<@Nullable Object>> values; // by column, then by row
    private final int rows;
    private final int[] batchRows;

    private MemoryTable(List<Column> columns, List<List<@Nullable Object>> values, int rows, int[] batchRows) {
        this.columns = columns;
        this.values = values;
        this.rows = rows;
        this.batchRows = batchRows;
    }

    /**
     * All rows in one batch.
     *
     * @param values by column, then by row
     */
    public static MemoryTable of(List<Column> columns, List<List<@Nullable Object>> values) {
        int rows = values.get(0).size();
        if (columns.size() != values.size() || values.stream().anyMatch(column -> column.size() != rows)) {
            throw new IllegalArgumentException("columns of different lengths");
        }
        return new MemoryTable(columns, values, rows, new int[] {Math.max(rows, 1)});
    }

    /** A table of one column. */
    static MemoryTable of(Column column, @Nullable Object... values) {
        return of(List.of(column), List.of(Collections.unmodifiableList(Arrays.asList(values))));
    }

    static Column column(String name, Column.Kind kind) {
        return new Column(name, kind, "", Column.UNKNOWN_LENGTH, true);
    }

    /** The same rows, handed out in batches of these sizes, over and over; 0 is a batch without rows. */
    MemoryTable inBatchesOf(int... sizes) {
        if (IntStream.of(sizes).noneMatch(size -> size > 0)) {
            throw new IllegalArgumentException("batches of %s rows".formatted(Arrays.toString(sizes)));
        }
        return new MemoryTable(columns, values, rows, sizes);
    }

    /** The same with integers of 53 bits, which doubles hold. */
    MemoryTable withExactIntegers() {
        List<List<@Nullable Object>> exact = values.stream()
                .map(column -> column.stream()
                        .<@Nullable Object>map(
                                value -> value instanceof Long integer ? (Object) (integer >> 10) : value)
                        .toList())
                .toList();
        return new MemoryTable(columns, exact, rows, batchRows);
    }

    /** Each column by itself. */
    List<MemoryTable> singly() {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> new MemoryTable(List.of(columns.get(i)), List.of(values.get(i)), rows, batchRows))
                .toList();
    }

    List<@Nullable Object> values(int column) {
        return values.get(column);
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public MemoryTable slice(long from, long to) {
        return new MemoryTable(
                columns,
                values.stream()
                        .map(column -> column.subList((int) from, (int) to))
                        .toList(),
                (int) (to - from),
                batchRows);
    }

    @Override
    public void read(int[] wanted, BatchSink sink) throws IOException {
        int from = 0;
        for (int i = 0; from < rows; i++) {
            int to = Math.min(from + batchRows[i % batchRows.length], rows);
            try (MemoryBatch batch = new MemoryBatch(this, wanted, from, to)) {
                sink.accept(batch);
            }
            from = to;
        }
    }
}
