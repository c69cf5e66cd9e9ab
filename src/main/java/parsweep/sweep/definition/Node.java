package parsweep.sweep.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A value of a definition that knows where it stands. */
final class Node {
    private final JsonNode json;
    private final String path;

    Node(JsonNode json, String path) {
        this.json = json;
        this.path = path;
    }

    String path() {
        return path;
    }

    JsonNode json() {
        return json;
    }

    InvalidDefinition invalid(String expected) {
        return new InvalidDefinition(path, json.isMissingNode() ? "nothing" : json.toString(), expected);
    }

    // ---- objects

    Node requireObject(String what) {
        if (!json.isObject()) {
            throw invalid(what);
        }
        return this;
    }

    List<String> names() {
        return List.copyOf(json.propertyNames());
    }

    /** The member of that name; absent also if it is null. */
    Optional<Node> find(String name) {
        JsonNode member = json.get(name);
        return member == null || member.isNull() ? Optional.empty() : Optional.of(at(name));
    }

    /** The member of that name, which may be missing: then whatever is asked of it fails with its path. */
    Node at(String name) {
        return new Node(json.path(name), path.isEmpty() ? name : path + "." + name);
    }

    /** Refuses members that nobody would read: they are typing errors. */
    void requireOnly(String... known) {
        for (String name : names()) {
            if (!Arrays.asList(known).contains(name)) {
                throw new InvalidDefinition(
                        at(name).path,
                        "unknown field",
                        "one of " + String.join(", ", new TreeSet<>(Arrays.asList(known))));
            }
        }
    }

    // ---- arrays

    List<Node> elements(String what) {
        if (!json.isArray()) {
            throw invalid(what);
        }
        List<Node> elements = new ArrayList<>(json.size());
        for (int i = 0; i < json.size(); i++) {
            elements.add(new Node(json.get(i), path + "[" + i + "]"));
        }
        return elements;
    }

    // ---- values

    boolean isNumber() {
        return json.isNumber();
    }

    boolean isText() {
        return json.isString();
    }

    boolean isBoolean() {
        return json.isBoolean();
    }

    boolean isObject() {
        return json.isObject();
    }

    boolean isArray() {
        return json.isArray();
    }

    double number() {
        if (!json.isNumber()) {
            throw invalid("a number");
        }
        double value = json.asDouble(Double.NaN); // NaN if it is beyond the range
        if (!Double.isFinite(value)) {
            throw invalid("a finite number");
        }
        return value;
    }

    /** Whether the number is what {@link #number} makes of it: whole numbers beyond 2^53 may be rounded. */
    boolean isExact() {
        return !json.isIntegralNumber() || (json.canConvertToLong() && (long) number() == json.longValue());
    }

    long integer(long min, long max) {
        String expected = "a whole number from %d to %d".formatted(min, max);
        if (!json.isNumber()) {
            throw invalid(expected);
        }
        double value = json.asDouble(Double.NaN); // NaN if it is beyond the range
        long whole = json.isIntegralNumber() && json.canConvertToLong() ? json.longValue() : (long) value;
        if (value != Math.rint(value) || Math.abs(value) > 0x1p63 || whole < min || whole > max) {
            throw invalid(expected);
        }
        return whole;
    }

    String text(int maxLength) {
        if (!json.isString()
                || json.stringValue().isBlank()
                || json.stringValue().length() > maxLength) {
            throw invalid("a text of 1 to %d characters".formatted(maxLength));
        }
        return json.stringValue();
    }
}
