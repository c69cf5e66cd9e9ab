/**
 * Reads sweep definitions. A definition that comes out of here is valid; one that does not ends in an
 * {@link parsweep.json.InvalidDefinition} that names the place, the value and what was expected.
 *
 * <p>Read by hand from a tree and not bound to classes, because half of a good message is the path of the fault
 * ({@code space.grid.b.linspace[2]}), and because the tree itself is what is stored: a definition is read again,
 * by this same code, whenever a worker needs it.
 */
@NullMarked
package parsweep.sweep.definition;

import org.jspecify.annotations.NullMarked;
