/**
 * Distributions of parameters, by their inverse distribution functions: what a design of the unit cube needs, so that
 * its evenness becomes theirs.
 *
 * <p>Names and conventions are NumPy's, intervals are half open: no value is ever at the upper end, not even by
 * rounding, so that a parameter's bounds can be checked once for all points. {@link java.lang.StrictMath} keeps values
 * the same on every machine. The normal quantile is written out here, because that of Hipparchus goes by way of
 * {@code erfInv(2p - 1)}, which has lost all digits of p at 10<sup>-17</sup>.
 */
@NullMarked
package parsweep.design.distribution;

import org.jspecify.annotations.NullMarked;
