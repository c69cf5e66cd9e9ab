package parsweep.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A value of a definition that knows where it stands. Immutable. */
public final class Node {
    private final JsonNode json;
    private final String path;

    public Node(JsonNode json, String path) {
        this.json = json;
        this.path = path;
    }

    public String path() {
        return path;
    }

    public JsonNode json() {
        return json;
    }

    public InvalidDefinition invalid(String expected) {
        return new InvalidDefinition(path, json.isMissingNode() ? "nothing" : json.toString(), expected);
    }

    // ---- objects

    public Node requireObject(String what) {
        if (!json.isObject()) {
            throw invalid(what);
        }
        return this;
    }

    public List<String> names() {
        return List.copyOf(json.propertyNames());
    }

    /** The member of that name; absent also if it is null. */
    public Optional<Node> find(String name) {
        JsonNode member = json.get(name);
        return member == null || member.isNull() ? Optional.empty() : Optional.of(at(name));
    }

    /** The member of that name, which may be missing: then whatever is asked of it fails with its path. */
    public Node at(String name) {
        return new Node(json.path(name), path.isEmpty() ? name : path + "." + name);
    }

    /** Refuses members that nobody would read: they are typing errors. */
    public void requireOnly(String... known) {
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

    public List<Node> elements(String what) {
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

    public boolean isNumber() {
        return json.isNumber();
    }

    public boolean isText() {
        return json.isString();
    }

    public boolean isBoolean() {
        return json.isBoolean();
    }

    public boolean isObject() {
        return json.isObject();
    }

    public boolean isArray() {
        return json.isArray();
    }

    public double number() {
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
    public boolean isExact() {
        return !json.isIntegralNumber() || (json.canConvertToLong() && (long) number() == json.longValue());
    }

    public long integer(long min, long max) {
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

    public String text(int maxLength) {
        if (!json.isString()
                || json.stringValue().isBlank()
                || json.stringValue().length() > maxLength) {
            throw invalid("a text of 1 to %d characters".formatted(maxLength));
        }
        return json.stringValue();
    }
}
