/**
 * Tables of named columns written as CSV, JSON, NumPy arrays, NetCDF, Arrow, Parquet, Excel: one
 * {@link parsweep.export.ResultFormat} per format.
 *
 * <p>The package knows nothing of sweeps. A {@link parsweep.export.Table} hands out batches of rows and can be read more
 * than once, because formats that go column by column, such as {@code .npz}, would otherwise have to hold the table in
 * memory or on disk. Writers use constant memory, whatever the number of rows.
 *
 * <p>NetCDF is written by hand: libraries for it hold all of a variable in memory, but its classic format is only a header
 * and arrays one after another, whose length is known beforehand. HDF5 is not here: jHDF, which writes it in Java, holds
 * datasets in memory too, and the tools that read it read NetCDF.
 */
@NullMarked
package parsweep.export;

import org.jspecify.annotations.NullMarked;
