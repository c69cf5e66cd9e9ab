package parsweep.export;

import java.io.IOException;

/**
 * A NumPy array of the table's only column, format version 1.0, little-endian, in C order.
 *
 * <ul>
 *   <li>reals are {@code <f8}, NaN where a value is missing;
 *   <li>integers are {@code <i8} and booleans {@code |b1}; if one is missing, {@code <f8} with NaN there, as in pandas;
 *   <li>texts are {@code <U} of the longest, empty where one is missing;
 *   <li>arrays are one 2-D array of {@code <f8}, rows x longest; NaN where an array is shorter or missing.
 * </ul>
 *
 * <p>If the table has axes, they are those of the array, before that of the elements.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
 */
final class NpyFormat implements RangedFormat {
    @Override
    public String extension() {
        return "npy";
    }

    @Override
    public String mediaType() {
        return "application/x-npy";
    }

    @Override
    public boolean isPositional() {
        return true;
    }

    /**
     * @throws IllegalArgumentException if the table does not have exactly one column
     */
    @Override
    public Content content(Table table) throws IOException {
        if (table.columns().size() != 1) {
            throw new IllegalArgumentException(
                    "%d columns (expected: 1)".formatted(table.columns().size()));
        }
        return NpyColumn.of(table, 0);
    }
}
