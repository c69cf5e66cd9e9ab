/**
 * Designs of experiments: points of the unit cube chosen at random or evenly, and their way to the values of
 * parameters.
 *
 * <p>A {@link parsweep.design.Design} computes point {@code i} from {@code i} alone, in time that depends on the number of
 * dimensions and not on {@code i} or on how many points there are, and keeps no state: a design of 2<sup>53</sup> points
 * is accepted as quickly as one of ten, is entered in the middle after a crash, and is shared by all workers. Generators
 * that are stepped from point to point (Hipparchus and SciPy have them for Sobol and Halton) were rejected for that
 * reason; their published sequences are what the tests compare with.
 *
 * <p>Most designs fill the cube, and any part of them does so less finely. Those for sensitivity analysis are blocks of
 * points that are only of use together: see {@link parsweep.design.SensitivityDesign}.
 *
 * <p>A design is a pure function of its extent and seed, bit by bit, on every machine: integers, exactly rounded
 * operations and {@link java.lang.StrictMath} only.
 */
@NullMarked
package parsweep.design;

import org.jspecify.annotations.NullMarked;
