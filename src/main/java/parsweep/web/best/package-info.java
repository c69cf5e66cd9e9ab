/**
 * The best points of a sweep: by one output, or by several that are at odds.
 */
@NullMarked
package parsweep.web.best;

import org.jspecify.annotations.NullMarked;
