package parsweep.space;

/** Numbers or booleans (0 and 1). All values are finite. */
public sealed interface NumericAxis extends Axis permits Numbers, Linspace, Logspace, Geomspace, Arange {
    double value(long position);

    /** The smallest value; {@code +Infinity} for an empty axis. */
    double min();

    /** The largest value; {@code -Infinity} for an empty axis. */
    double max();

    @Override
    default void read(long position, int slot, Values target) {
        target.setNumber(slot, value(position));
    }
}
