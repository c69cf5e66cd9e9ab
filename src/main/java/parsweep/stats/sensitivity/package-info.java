/**
 * How much of the variation of an output is due to each parameter, from the blocks of designs that were made for that, and,
 * as far as it can be told, from any other points.
 *
 * <p>Every estimate is a function of sums over blocks. These sums are kept for some thousand runs of blocks, which is
 * all that a bootstrap needs to draw from, so that a design of any size takes a few megabytes and one pass. Outputs are
 * taken less the first of them before they are squared, because indices do not depend on that and digits do.
 */
@NullMarked
package parsweep.stats.sensitivity;

import org.jspecify.annotations.NullMarked;
