package parsweep.model;

/** Where a session puts the outputs of a point. Slots are positions in {@link ModelDescription#outputs()}. */
public interface Outputs {
    void real(int slot, double value);

    void integer(int slot, long value);

    void text(int slot, String value);

    void flag(int slot, boolean value);

    /** The first {@code length} elements of {@code values}, which are copied. */
    void array(int slot, double[] values, int length);

    /** How long the point took, if that is not the time of the call because it was sent ahead. */
    default void took(double seconds) {}

    default void array(int slot, double[] values) {
        array(slot, values, values.length);
    }
}
