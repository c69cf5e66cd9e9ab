package parsweep.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** How far the values of a column reach: what must be known before an array of them is begun. */
final class ColumnExtent {
    private final Column column;
    private boolean missing;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;
    private int longest;

    private ColumnExtent(Column column) {
        this.column = column;
        this.longest = Math.max(0, column.arrayLength());
    }

    /** Of all columns of a table, by one pass over those whose declaration does not say it. */
    static List<ColumnExtent> of(Table table) throws IOException {
        List<ColumnExtent> extents =
                table.columns().stream().map(ColumnExtent::new).toList();
        int[] unknown = IntStream.range(0, extents.size())
                .filter(i -> extents.get(i).isUnknown())
                .toArray();
        if (unknown.length > 0) {
            table.read(unknown, batch -> {
                for (int i : unknown) {
                    extents.get(i).add(batch, i);
                }
            });
        }
        return extents;
    }

    private boolean isUnknown() {
        return switch (column.kind()) {
            case REAL -> false;
            case BOOLEAN -> column.mayMiss();
            case INTEGER, TEXT -> true;
            case ARRAY -> column.arrayLength() == Column.UNKNOWN_LENGTH;
        };
    }

    private void add(Batch batch, int position) {
        for (int row = 0; row < batch.rows(); row++) {
            if (batch.isMissing(position, row)) {
                missing = true;
            } else if (column.kind() == Column.Kind.INTEGER) {
                least = Math.min(least, batch.integer(position, row));
                greatest = Math.max(greatest, batch.integer(position, row));
            } else if (column.kind() == Column.Kind.TEXT) {
                longest = Math.max(longest, batch.text(position, row).getBytes(StandardCharsets.UTF_8).length);
            } else if (column.kind() == Column.Kind.ARRAY) {
                longest = Math.max(longest, batch.arrayLength(position, row));
            }
        }
    }

    boolean isAnyMissing() {
        return missing;
    }

    /** Whether all integers lie in [min, max]; so they do if there are none. */
    boolean isWithin(long min, long max) {
        return least > greatest || (least >= min && greatest <= max);
    }

    /** Bytes of the longest text in UTF-8, or elements of the longest array. */
    int longest() {
        return longest;
    }
}
