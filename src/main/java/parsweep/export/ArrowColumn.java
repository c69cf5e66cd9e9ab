package parsweep.export;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Some rows of a column in Arrow's layout: a bit per row that says whether it is there, then values; before the values of
 * texts and arrays the offsets where they end.
 */
final class ArrowColumn {
    private final int column;
    private final Column.Kind kind;
    private final ColumnBuffer validity = new ColumnBuffer();
    private final ColumnBuffer offsets = new ColumnBuffer();
    private final ColumnBuffer values = new ColumnBuffer();
    private int missing;

    ArrowColumn(int column, Column.Kind kind) {
        this.column = column;
        this.kind = kind;
        clear();
    }

    void add(Batch batch, int row) {
        boolean present = !batch.isMissing(column, row);
        validity.bit(present);
        if (!present) {
            missing++;
        }
        switch (kind) {
            case REAL -> values.real(present ? batch.real(column, row) : 0);
            case INTEGER -> values.integer(present ? batch.integer(column, row) : 0);
            case BOOLEAN -> values.bit(present && batch.flag(column, row));
            case TEXT -> {
                if (present) {
                    byte[] text = batch.text(column, row).getBytes(StandardCharsets.UTF_8);
                    values.bytes(text, 0, text.length);
                }
                offsets.word(values.size());
            }
            case ARRAY -> {
                if (present && batch.arrayLength(column, row) > 0) {
                    values.reals(batch.elements(column), batch.arrayStart(column, row), batch.arrayLength(column, row));
                }
                offsets.word(values.size() / Double.BYTES);
            }
        }
    }

    void clear() {
        validity.clear();
        values.clear();
        offsets.clear();
        if (kind == Column.Kind.TEXT || kind == Column.Kind.ARRAY) {
            offsets.word(0);
        }
        missing = 0;
    }

    int missing() {
        return missing;
    }

    boolean isArray() {
        return kind == Column.Kind.ARRAY;
    }

    /** Number of elements of all arrays. */
    long elements() {
        return values.size() / Double.BYTES;
    }

    /** In the order in which a record batch has them; the elements of arrays are a column of their own, all there. */
    List<ColumnBuffer> buffers() {
        return switch (kind) {
            case REAL, INTEGER, BOOLEAN -> List.of(validity, values);
            case TEXT -> List.of(validity, offsets, values);
            case ARRAY -> List.of(validity, offsets, new ColumnBuffer(), values);
        };
    }

    long bytes() {
        return (long) values.size() + offsets.size() + validity.size();
    }
}
