/**
 * How much an output depends on each parameter, asked of a sweep: the blocks of its design are put together from rows,
 * estimates are those of {@link parsweep.stats.sensitivity}.
 */
@NullMarked
package parsweep.web.sensitivity;

import org.jspecify.annotations.NullMarked;
