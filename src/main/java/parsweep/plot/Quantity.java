package parsweep.plot;

import java.util.regex.Pattern;

/**
 * What an axis shows.
 *
 * @param unit empty for pure numbers
 */
public record Quantity(String name, String unit) {
    private static final Pattern POWER = Pattern.compile("\\^\\(?(-?\\d+)\\)?");

    /** As journals have it: name (unit), with the unit's powers above the line. */
    String label() {
        return unit.isEmpty() ? name : name + " (" + raised(unit) + ")";
    }

    private static String raised(String unit) {
        return POWER.matcher(unit).replaceAll(power -> Numerals.superscript(power.group(1)));
    }
}
