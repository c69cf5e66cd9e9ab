/**
 * Tables of named columns written as CSV, JSON, NumPy arrays and the like: one {@link parsweep.export.ResultFormat} per
 * format.
 *
 * <p>The package knows nothing of sweeps. A {@link parsweep.export.Table} hands out batches of rows and can be read more
 * than once, because formats that go column by column, such as {@code .npz}, would otherwise have to hold the table in
 * memory or on disk. Writers use constant memory, whatever the number of rows.
 */
@NullMarked
package parsweep.export;

import org.jspecify.annotations.NullMarked;
