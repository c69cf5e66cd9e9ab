package parsweep.stats;

/** A division of numbers into classes. Immutable. */
public sealed interface Partition permits Bins, Categories {
    /** Number of classes. */
    int size();

    /** The class of a number, in {@code [0, size)}; -1 if it belongs to none. */
    int indexOf(double value);
}
