package parsweep.model.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.Interval;
import parsweep.model.Parameter;
import parsweep.space.ValueType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A parameter in a manifest: {@code {type: real, unit: nm, min: 0, below: 1, default: 0.5}} or just {@code real}. */
final class ParameterEntry {
    private static final String TYPES = "real, integer, text or boolean";
    private static final String FORM = TYPES + ", or an object with that as its type";
    private static final int MAX_TEXT = 2000;

    private ParameterEntry() {}

    static Parameter read(String name, Node node) {
        if (node.isText()) {
            return new Parameter(name, type(node), "", "", null, Interval.ALL, List.of());
        }
        node.requireObject(FORM)
                .requireOnly("type", "unit", "description", "default", "min", "max", "above", "below", "choices");
        ValueType type = type(node.at("type"));
        Interval bounds = bounds(node, type);
        List<String> choices = node.find("choices")
                .map(list -> list.elements("a list of texts").stream()
                        .map(choice -> choice.text(MAX_TEXT))
                        .toList())
                .orElse(List.of());
        if (!choices.isEmpty() && type != ValueType.TEXT) {
            throw node.at("choices").invalid("choices of a text parameter only");
        }
        Object defaultValue = node.find("default")
                .map(value -> defaultValue(value, type, bounds, choices))
                .orElse(null);
        return new Parameter(name, type, text(node, "unit"), text(node, "description"), defaultValue, bounds, choices);
    }

    private static ValueType type(Node node) {
        return switch (node.text(MAX_TEXT)) {
            case "real" -> ValueType.REAL;
            case "integer" -> ValueType.INTEGER;
            case "text" -> ValueType.TEXT;
            case "boolean" -> ValueType.BOOLEAN;
            default -> throw node.invalid(TYPES);
        };
    }

    /** {@code min} and {@code max} belong to the interval, {@code above} and {@code below} do not. */
    private static Interval bounds(Node node, ValueType type) {
        Optional<Node> lower = end(node, "min", "above", type);
        Optional<Node> upper = end(node, "max", "below", type);
        try {
            return new Interval(
                    lower.map(Node::number).orElse(Double.NEGATIVE_INFINITY),
                    upper.map(Node::number).orElse(Double.POSITIVE_INFINITY),
                    node.find("min").isEmpty(),
                    node.find("max").isEmpty());
        } catch (IllegalArgumentException e) {
            throw InvalidDefinition.of(node, e);
        }
    }

    private static Optional<Node> end(Node node, String closed, String open, ValueType type) {
        Optional<Node> end = node.find(closed).or(() -> node.find(open));
        if (end.isPresent() && !type.isNumber()) {
            throw end.get().invalid("bounds of numbers only");
        }
        if (node.find(closed).isPresent() && node.find(open).isPresent()) {
            throw node.at(open).invalid("either %s or %s".formatted(closed, open));
        }
        return end;
    }

    private static Object defaultValue(Node node, ValueType type, Interval bounds, List<String> choices) {
        switch (type) {
            case REAL, INTEGER -> {
                double value = type == ValueType.REAL
                        ? node.number()
                        : node.integer(-ValueType.MAX_INTEGER, ValueType.MAX_INTEGER);
                if (!bounds.contains(value)) {
                    throw node.invalid("a number " + bounds);
                }
                return type == ValueType.REAL ? (Object) value : (Object) (long) value;
            }
            case TEXT -> {
                if (!node.isText()
                        || (!choices.isEmpty() && !choices.contains(node.json().stringValue()))) {
                    throw node.invalid(choices.isEmpty() ? "a text" : "one of " + choices);
                }
                return node.json().stringValue();
            }
            case BOOLEAN -> {
                if (!node.isBoolean()) {
                    throw node.invalid("true or false");
                }
                return node.json().booleanValue();
            }
        }
        throw new IllegalStateException("a new type of value");
    }

    static String text(Node node, String field) {
        return node.find(field).map(found -> found.text(MAX_TEXT)).orElse("");
    }

    static void write(Parameter parameter, ObjectNode entry) {
        entry.put("type", parameter.type().name().toLowerCase(Locale.ROOT));
        describe(entry, parameter.unit(), parameter.description());
        Interval bounds = parameter.bounds();
        if (Double.isFinite(bounds.min())) {
            entry.put(bounds.minOpen() ? "above" : "min", bounds.min());
        }
        if (Double.isFinite(bounds.max())) {
            entry.put(bounds.maxOpen() ? "below" : "max", bounds.max());
        }
        if (!parameter.choices().isEmpty()) {
            ArrayNode choices = entry.putArray("choices");
            parameter.choices().forEach(choices::add);
        }
        write(entry, parameter.defaultValue());
    }

    private static void write(ObjectNode entry, @Nullable Object defaultValue) {
        if (defaultValue instanceof Double number) {
            entry.put("default", number);
        } else if (defaultValue instanceof Long number) {
            entry.put("default", number);
        } else if (defaultValue instanceof Boolean flag) {
            entry.put("default", flag);
        } else if (defaultValue instanceof String text) {
            entry.put("default", text);
        }
    }

    /** The fields that parameters and outputs have in common. */
    static void describe(ObjectNode entry, String unit, String description) {
        if (!unit.isEmpty()) {
            entry.put("unit", unit);
        }
        if (!description.isBlank()) {
            entry.put("description", description);
        }
    }
}
