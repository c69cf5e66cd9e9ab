package parsweep.space;

/** Writes the values of a point, addressed by its index, into the slots that it was made for. Immutable. */
@FunctionalInterface
public interface PointReader {
    /**
     * Writes point {@code index}, and marks it if a constraint excludes it.
     *
     * @param index in {@code [0, size)} of the space; not checked, this is the inner loop
     */
    void read(long index, Values target);
}
