/**
 * A model's declaration as people write it (YAML or JSON) and as it is kept beside a sweep: names, units, bounds and
 * defaults of parameters, names, units and shapes of outputs.
 *
 * <p>Every kind of model that is not Java is declared so, and every sweep keeps the declaration of its model, because
 * results must be readable when the model itself is gone.
 */
@NullMarked
package parsweep.model.manifest;

import org.jspecify.annotations.NullMarked;
