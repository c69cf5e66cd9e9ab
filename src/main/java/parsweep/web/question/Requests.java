package parsweep.web.question;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parsweep.web.BadRequest;

/** What the parameters of requests may be. */
public final class Requests {
    private Requests() {}

    /**
     * A whole number.
     *
     * @throws BadRequest if it is less than {@code min} or more than {@code max}
     */
    public static int within(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw BadRequest.parameter(name, value, "a whole number from %d to %d".formatted(min, max));
        }
        return value;
    }

    /**
     * Words joined by commas; none if the text is null.
     *
     * @throws BadRequest if a word is empty, or stands there twice
     */
    public static List<String> list(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        List<String> words =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (words.stream().anyMatch(String::isEmpty)
                || words.stream().distinct().count() < words.size()) {
            throw BadRequest.parameter(name, text, "different names, joined by commas");
        }
        return words;
    }

    /**
     * A constant by its name in lower case.
     *
     * @throws BadRequest if there is none
     */
    public static <E extends Enum<E>> E word(String name, String text, E[] constants) {
        for (E constant : constants) {
            if (label(constant).equals(text.strip())) {
                return constant;
            }
        }
        throw BadRequest.parameter(
                name,
                text,
                "one of " + Arrays.stream(constants).map(Requests::label).collect(Collectors.joining(", ")));
    }

    /** A constant's name as it stands in requests. */
    public static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A question whose answer would be too large. */
    public static BadRequest tooMuch(String what) {
        return new BadRequest(422, "limit", what);
    }
}
