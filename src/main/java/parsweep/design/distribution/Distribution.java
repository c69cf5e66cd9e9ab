package parsweep.design.distribution;

import parsweep.space.Values;

/** How the values of a parameter are distributed. Immutable. */
public sealed interface Distribution permits NumericDistribution, Choice {
    /**
     * Writes a value into a slot.
     *
     * @param u the probability of what comes before the value, in {@code [0, 1)}; not checked
     */
    void read(double u, int slot, Values target);
}
