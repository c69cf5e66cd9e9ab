package parsweep.plot;

/**
 * What an axis shows.
 *
 * @param unit empty for pure numbers
 */
public record Quantity(String name, String unit) {
    /** As journals have it: name (unit). */
    String label() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }
}
