/**
 * Random numbers as a pure function of (sweep seed, point index): one independent stream per point, so that results do
 * not depend on which worker ran a point or on how many there are.
 *
 * <p>Streams are counter-based (Philox), because any of 2<sup>64</sup> of them is reached without generating the ones
 * before, and because NumPy has the same generator: every point can be replayed in Python.
 */
@NullMarked
package parsweep.random;

import org.jspecify.annotations.NullMarked;
