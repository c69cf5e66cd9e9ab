/**
 * Parameter spaces: ordered, lazy sequences of points as plain immutable values.
 *
 * <p>A space is compiled once into a {@link parsweep.space.PointReader} that writes the values of point {@code i}
 * straight into the slots of a reused {@link parsweep.space.Values}. Nothing is boxed and no list of points is ever
 * built, so that 10<sup>12</sup> points cost what ten cost until they run. The rejected alternative, an iterator of
 * maps, could neither be entered in the middle after a crash nor be split between workers.
 *
 * <p>Formulas derive parameters and exclude points, and are compiled for the same slots; hence this package sees
 * {@link parsweep.formula}.
 */
@NullMarked
package parsweep.space;

import org.jspecify.annotations.NullMarked;
