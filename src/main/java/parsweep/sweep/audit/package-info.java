/**
 * Questions about how a sweep was computed, and not what came out of it: was it fast, would more workers help, are its
 * outcomes the same when they are computed again.
 *
 * <p>Points that are computed for an answer are computed by the pool that computes sweeps, so that the processors never
 * get more to do than they were given; answers are bounded in time, and say so when the time was up.
 */
@NullMarked
package parsweep.sweep.audit;

import org.jspecify.annotations.NullMarked;
