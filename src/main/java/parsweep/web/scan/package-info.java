/**
 * The outcomes of a sweep as rows of numbers: what statistics are made of.
 *
 * <p>{@link parsweep.web.scan.RowScan} goes over the stored blocks in the order of the indices, with one
 * {@link parsweep.web.scan.Row} that is moved from index to index; a {@link parsweep.web.scan.Variable} takes a number
 * from it. Nothing is collected and nothing is boxed, so that a scan of any length needs the memory of one block, and
 * holds no database connection while others compute. A question that needs to know something beforehand (the range of a
 * histogram, say) scans twice, which costs less than to keep what it saw.
 */
@NullMarked
package parsweep.web.scan;

import org.jspecify.annotations.NullMarked;
