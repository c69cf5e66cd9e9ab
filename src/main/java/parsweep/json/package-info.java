/**
 * JSON that people write: values that know where they stand, and faults that name the place, the value and what was
 * expected. Definitions of sweeps and manifests of models are read with it, so that all faults look alike.
 */
@NullMarked
package parsweep.json;

import org.jspecify.annotations.NullMarked;
