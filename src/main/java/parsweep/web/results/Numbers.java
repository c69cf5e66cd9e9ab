package parsweep.web.results;

import parsweep.web.BadRequest;

/** Whole numbers in requests. */
final class Numbers {
    private Numbers() {}

    /**
     * Reads a parameter.
     *
     * @throws BadRequest unless it is a whole number in [min, max]
     */
    static long parse(String parameter, String value, long min, long max) {
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // no number is as wrong as one out of range
        }
        throw BadRequest.parameter(
                parameter,
                value,
                max == Long.MAX_VALUE
                        ? "a whole number from %d on".formatted(min)
                        : "a whole number from %d to %d".formatted(min, max));
    }
}
