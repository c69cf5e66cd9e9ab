package parsweep.space;

/**
 * The values of one parameter, in order, each computed from its position. Immutable.
 *
 * <p>Positions are in {@code [0, size)}.
 */
public sealed interface Axis permits Texts, NumericAxis {
    long size();

    ValueType type();

    /** Writes the value at {@code position} into a slot; the position is not checked. */
    void read(long position, int slot, Values target);
}
