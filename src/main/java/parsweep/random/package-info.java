/**
 * Random numbers as a pure function of (seed, position): one independent stream per point of a sweep, so that results
 * do not depend on which worker ran a point or on how many there are; and others, under other keys, for designs that
 * choose points at random.
 *
 * <p>Streams are counter-based (Philox), because any of 2<sup>64</sup> of them is reached without generating the ones
 * before, and because NumPy has the same generator: every point can be replayed in Python. The second word of the key
 * says what a stream is for: 0 for the points' models, 1 for designs.
 */
@NullMarked
package parsweep.random;

import org.jspecify.annotations.NullMarked;
