/**
 * What points came to, in columns: built row by row while a worker computes, encoded as the payload of a block, decoded
 * column by column when results are read.
 *
 * <p>A block, not a point, is a row of the database, so this package decides how much a result weighs. Columns are
 * little-endian, cut into chunks of 256 KB, and each chunk is byte-shuffled and compressed with LZ4 when that saves a
 * fifth (Blosc's recipe: Alted 2010, doi:10.1109/MCSE.2010.51). LZ4 and not Deflate, because 8 MB of the doubles of a
 * {@code linear-series} took 4 ms against 17 ms (native LZ4, 2026-11-23, 2 cores of an AMD EPYC) and 8 MB of noise 6 ms
 * against 170 ms: writing them to the disk takes longer than that.
 *
 * <p>It stands below {@code exec} because whoever reads results needs it and must not see threads.
 */
@NullMarked
package parsweep.outcome;

import org.jspecify.annotations.NullMarked;
