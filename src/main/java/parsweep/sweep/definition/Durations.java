package parsweep.sweep.definition;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Durations as people write them. */
public final class Durations {
    private Durations() {}

    /** Reads {@code 200ms}, {@code 1.5s}, {@code 2m}, {@code 1h30m}, {@code 30d}, or ISO 8601; empty if it is none. */
    public static Optional<Duration> parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        try {
            if (upper.endsWith("MS")) {
                return Optional.of(Duration.ofMillis(Long.parseLong(upper.substring(0, upper.length() - 2))));
            }
            if (upper.startsWith("P")) {
                return Optional.of(Duration.parse(upper));
            }
            int days = upper.indexOf('D') + 1; // days stand before the T
            String time = upper.substring(days);
            return Optional.of(Duration.parse("P" + upper.substring(0, days) + (time.isEmpty() ? "" : "T" + time)));
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
