package parsweep.model.program;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parsweep.json.Node;

/** Bytes and seconds as people write them: {@code 512MB}, {@code 1h}, or a plain number. */
final class Amounts {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15})\\s*([A-Za-z]*)");

    private static final Map<String, Long> BYTES =
            Map.of("", 1L, "B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30, "TB", 1L << 40);

    private static final Map<String, Long> SECONDS = Map.of("", 1L, "s", 1L, "m", 60L, "h", 3600L, "d", 86_400L);

    private Amounts() {}

    static long bytes(Node node) {
        return read(node, BYTES, "bytes, such as 512MB or 2GB");
    }

    static long seconds(Node node) {
        return read(node, SECONDS, "a time in whole seconds, such as 90s, 10m or 2h");
    }

    private static long read(Node node, Map<String, Long> units, String expected) {
        Matcher matcher = AMOUNT.matcher(node.json().asString(""));
        Long unit = matcher.matches() ? units.get(matcher.group(2)) : null;
        if (unit == null) {
            throw node.invalid(expected);
        }
        long number = Long.parseLong(matcher.group(1));
        if (number == 0 || number > Long.MAX_VALUE / unit) {
            throw node.invalid(expected);
        }
        return number * unit;
    }
}
