/**
 * Statistics of streams of numbers: accumulators that see each value once and need a bounded memory, whatever the
 * number of values. They know nothing of sweeps.
 *
 * <p>Definitions are NumPy's, and where rounding allows it so are the digits: who checks a summary by
 * {@code numpy.quantile} or {@code numpy.histogram} must find the same. An answer depends on the order in which values
 * are added and on nothing else; values are added in the order of their indices by one thread, so that it does not
 * depend on how many workers computed them or on how they were cut into blocks.
 *
 * <p>Hipparchus has streaming moments and quantiles too; its quantiles are either of values that are all kept, or
 * approximate without a bound to the error.
 */
@NullMarked
package parsweep.stats;

import org.jspecify.annotations.NullMarked;
