/**
 * Tables of named columns written as CSV, JSON, NumPy arrays, Arrow, Parquet, Excel: one {@link parsweep.export.ResultFormat} per
 * format.
 *
 * <p>The package knows nothing of sweeps. A {@link parsweep.export.Table} hands out batches of rows and can be read more
 * than once, because formats that go column by column, such as {@code .npz}, would otherwise have to hold the table in
 * memory or on disk. Writers use constant memory, whatever the number of rows.
 *
 * <p>NetCDF and HDF5 are not here: the libraries that write them hold all of a variable in memory.
 */
@NullMarked
package parsweep.export;

import org.jspecify.annotations.NullMarked;
