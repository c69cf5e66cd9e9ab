/**
 * What a sweep may not exceed, and what is asked before it is admitted or goes on.
 */
@NullMarked
package parsweep.sweep.limit;

import org.jspecify.annotations.NullMarked;
