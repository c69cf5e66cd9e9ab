package parsweep.model.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.Point;

/** A text with placeholders, {@code --alpha={alpha}}. What stands for a value is never looked at again. Immutable. */
final class Template {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)\\}");

    private final List<Place> parts;

    private Template(List<Place> parts) {
        this.parts = List.copyOf(parts);
    }

    /** A text in which every name in braces must be a placeholder. */
    static Template of(Node node, Places places, int maxLength) {
        String text = node.isNumber() || node.isBoolean() ? node.json().asString() : node.text(maxLength);
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            if (places.find(matcher.group(1)) == null) {
                throw new InvalidDefinition(
                        node.path(), matcher.group(), "one of the placeholders " + String.join(", ", places.names()));
            }
        }
        return of(text, places);
    }

    /** A text in which whatever is no placeholder stands for itself: that of a file, which may be full of braces. */
    static Template of(String text, Places places) {
        List<Place> parts = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            Place place = places.find(matcher.group(1));
            if (place != null) {
                add(parts, text.substring(end, matcher.start()));
                parts.add(place);
                end = matcher.end();
            }
        }
        add(parts, text.substring(end));
        return new Template(parts);
    }

    /** A text without placeholders. */
    static Template literal(String text) {
        return new Template(List.of((point, scratch) -> text));
    }

    private static void add(List<Place> parts, String text) {
        if (!text.isEmpty()) {
            parts.add((point, scratch) -> text);
        }
    }

    String render(Point point, Path scratch) {
        StringBuilder text = new StringBuilder();
        for (Place part : parts) {
            text.append(part.text(point, scratch));
        }
        return text.toString();
    }
}
