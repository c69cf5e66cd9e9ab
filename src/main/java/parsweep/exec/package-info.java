/**
 * Computes points: sessions on threads of their own, watched by the worker that feeds them, block after block.
 *
 * <p>A model runs on a <em>session thread</em>, not on the worker's own, because a model that hangs must be given up
 * without giving up the worker (rejected: running points on the queue's threads, where one stuck call takes a slot for
 * ever, and a process per point, which costs milliseconds where a point costs nanoseconds). The hand-off between the two
 * is per block; per point there is one compare-and-set.
 */
@NullMarked
package parsweep.exec;

import org.jspecify.annotations.NullMarked;
