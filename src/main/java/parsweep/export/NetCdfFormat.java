package parsweep.export;

import java.io.IOException;

/**
 * Classic NetCDF: a variable for each column, one after another, so the table is read once per column and once before.
 *
 * <ul>
 *   <li>reals are {@code double}, NaN where a value is missing;
 *   <li>integers are {@code int} if they fit, else {@code double} if that is exact, else {@code int64}; booleans are
 *       {@code byte}; if one is missing, {@code double} with NaN there;
 *   <li>texts are {@code char} in UTF-8, as wide as the longest, empty where one is missing;
 *   <li>arrays are {@code double} with a further dimension, as long as the longest; NaN where an array is shorter or
 *       missing.
 * </ul>
 *
 * <p>If the table has axes, they are the dimensions, and their coordinates are variables of one dimension. Otherwise the
 * dimension is {@code point}. Names that NetCDF would not take are changed, and stand in {@code long_name} as they were.
 */
final class NetCdfFormat implements RangedFormat {
    @Override
    public String extension() {
        return "nc";
    }

    @Override
    public String mediaType() {
        return "application/x-netcdf";
    }

    @Override
    public boolean isPositional() {
        return true;
    }

    @Override
    public boolean namesAxes() {
        return true;
    }

    @Override
    public Content content(Table table) throws IOException {
        return NetCdfFile.of(table);
    }
}
