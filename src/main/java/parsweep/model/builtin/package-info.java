/**
 * The models that come with the service: small, fast, and each checked in its test against a closed form or a published
 * table. {@link parsweep.model.builtin.BuiltinModels} lists them.
 */
@NullMarked
package parsweep.model.builtin;

import org.jspecify.annotations.NullMarked;
