/**
 * The processes that compute: who is there, and which models they have.
 */
@NullMarked
package parsweep.sweep.worker;

import org.jspecify.annotations.NullMarked;
