package parsweep.plot;

/**
 * A mark on an axis.
 *
 * @param at in [0, 1], from the beginning of the axis to its end
 * @param label empty for a minor mark
 */
record Tick(double at, String label) {
    boolean isMinor() {
        return label.isEmpty();
    }
}
