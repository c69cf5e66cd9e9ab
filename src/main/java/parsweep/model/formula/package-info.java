/**
 * Models that are written down in the sweep itself, as formulas of the language in {@link parsweep.formula}:
 * {@code {"y": "a * sin(b) + c^2", "z": "y / 2"}}. Every formula is an output; a formula may use the outputs before it,
 * and every other name is a real parameter without bounds and without default.
 *
 * <p>All such models have one name, {@code formula}, so that lists, filters and metrics do not grow with what people
 * write; the version is a digest of the formulas, so that sweeps of the same formulas are seen to be comparable. There
 * is a class per formula. Points are computed as columns where that is possible, since a formula takes some nanoseconds
 * and what else belongs to a point takes a hundred: see {@link parsweep.model.ColumnSession}.
 */
@NullMarked
package parsweep.model.formula;

import org.jspecify.annotations.NullMarked;
