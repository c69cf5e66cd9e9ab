/**
 * What is kept of sweeps: the records, the rules by which they change, and the interfaces by which they are stored.
 */
@NullMarked
package parsweep.sweep.state;

import org.jspecify.annotations.NullMarked;
