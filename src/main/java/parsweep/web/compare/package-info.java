/**
 * Two sweeps beside each other: for those who ask whether their model has changed.
 *
 * <p>Sweeps whose indices mean the same points are compared in the memory of two blocks, however many points they have.
 * Only where the order of the points differs are those of one sweep kept, and found by their parameters.
 */
@NullMarked
package parsweep.web.compare;

import org.jspecify.annotations.NullMarked;
