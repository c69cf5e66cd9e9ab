package parsweep.outcome;

import java.util.Arrays;

/**
 * Which points of a block have a row: all that were tried. The others are excluded, and take no space: of 10<sup>7</sup>
 * points of which one in a thousand is tried, 10<sup>4</sup> offsets are kept. Offsets count from the block's first point.
 */
final class RowOffsets {
    private int[] offsets = new int[64]; // of the points that have a row, ascending
    private int rows;
    private int points;

    /** A row for each of so many points. */
    static RowOffsets ofAll(int points) {
        return of(new int[0], points, points);
    }

    /** Rows of the points at these offsets; see {@link #isValid}. */
    static RowOffsets of(int[] offsets, int points) {
        return of(offsets, offsets.length, points);
    }

    private static RowOffsets of(int[] offsets, int rows, int points) {
        RowOffsets result = new RowOffsets();
        result.offsets = offsets;
        result.rows = rows;
        result.points = points;
        return result;
    }

    int rows() {
        return rows;
    }

    int points() {
        return points;
    }

    boolean isEveryPoint() {
        return rows == points;
    }

    /** Adds a point that has a row. */
    void add() {
        if (rows == offsets.length) {
            offsets = Arrays.copyOf(offsets, OutputColumn.grown(rows, rows + 1));
        }
        offsets[rows++] = points++;
    }

    /** Adds points that have none. */
    void skip(int count) {
        points = Math.addExact(points, count);
    }

    void clear() {
        rows = 0;
        points = 0;
    }

    RowOffsets copy() {
        return of(Arrays.copyOf(offsets, rows), points);
    }

    /** The offset of the point of a row. */
    int offset(int row) {
        return isEveryPoint() ? row : offsets[row];
    }

    /** The row of the point at an offset; if it has none, {@code -1 - r}, where r is the next point's that has one. */
    int find(int offset) {
        return isEveryPoint() ? offset : Arrays.binarySearch(offsets, 0, rows, offset);
    }

    /** Whether offsets ascend and are those of points. */
    boolean isValid() {
        int last = -1;
        for (int row = 0; row < rows; row++) {
            if (offsets[row] <= last) {
                return false;
            }
            last = offsets[row];
        }
        return last < points;
    }

    void encode(PayloadWriter writer) {
        writer.ints(offsets, rows);
    }
}
