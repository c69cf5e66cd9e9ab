/**
 * Models that are written down in the sweep itself, as formulas of the language in {@link parsweep.formula}:
 * {@code {"y": "a * sin(b) + c^2", "z": "y / 2"}}. Every formula is an output; a formula may use the outputs before it,
 * and every other name is a real parameter without bounds and without default.
 *
 * <p>All such models have one name, {@code formula}, so that lists, filters and metrics do not grow with what people
 * write; the version is a digest of the formulas, so that sweeps of the same formulas are seen to be comparable. There
 * is a class per formula and a {@link parsweep.formula.Evaluator} call per output and point; sessions, outcomes and
 * workers are those of any other model, since such a call costs some 5 ns and the service's own work on a point 100 ns.
 */
@NullMarked
package parsweep.model.formula;

import org.jspecify.annotations.NullMarked;
