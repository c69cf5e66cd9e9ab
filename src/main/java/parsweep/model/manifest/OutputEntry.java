package parsweep.model.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parsweep.json.Node;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.model.Shape;
import parsweep.space.ValueType;
import tools.jackson.databind.node.ObjectNode;

/**
 * An output in a manifest: {@code {type: array, unit: nm, length: n}} or just {@code real}. An array without a length, or
 * of {@code length: varying}, may have another one at every point. {@code finite: false} allows NaN and infinities.
 */
final class OutputEntry {
    private static final String TYPES = "real, integer, text, boolean or array";
    private static final String FORM = TYPES + ", or an object with that as its type";
    private static final String VARYING = "varying";
    private static final int MAX_TEXT = 2000;

    private OutputEntry() {}

    static Output read(String name, Node node, List<Parameter> parameters) {
        if (node.isText()) {
            return output(name, node, Shape.VARYING, "", "");
        }
        node.requireObject(FORM).requireOnly("type", "unit", "description", "length", "finite");
        Node type = node.at("type");
        boolean array = type.text(MAX_TEXT).equals("array");
        Shape shape = node.find("length")
                .map(length -> {
                    if (!array) {
                        throw length.invalid("the length of an array only");
                    }
                    return shape(length, parameters);
                })
                .orElse(Shape.VARYING);
        Output output =
                output(name, type, shape, ParameterEntry.text(node, "unit"), ParameterEntry.text(node, "description"));
        return isFinite(node.find("finite")) ? output : output.allowingNonFinite();
    }

    private static boolean isFinite(Optional<Node> finite) {
        return finite.map(node -> {
                    if (!node.isBoolean()) {
                        throw node.invalid("true or false");
                    }
                    return node.json().booleanValue();
                })
                .orElse(true);
    }

    private static Output output(String name, Node type, Shape array, String unit, String description) {
        return switch (type.text(MAX_TEXT)) {
            case "real" -> new Output(name, ValueType.REAL, Shape.SCALAR, unit, description, true);
            case "integer" -> new Output(name, ValueType.INTEGER, Shape.SCALAR, unit, description, true);
            case "text" -> new Output(name, ValueType.TEXT, Shape.SCALAR, unit, description, true);
            case "boolean" -> new Output(name, ValueType.BOOLEAN, Shape.SCALAR, unit, description, true);
            case "array" -> new Output(name, ValueType.REAL, array, unit, description, true);
            default -> throw type.invalid(TYPES);
        };
    }

    private static Shape shape(Node length, List<Parameter> parameters) {
        String name = length.text(MAX_TEXT);
        if (name.equals(VARYING)) {
            return Shape.VARYING;
        }
        boolean known = parameters.stream()
                .anyMatch(parameter -> parameter.name().equals(name) && parameter.type() == ValueType.INTEGER);
        if (!known) {
            throw length.invalid("the name of an integer parameter, or " + VARYING);
        }
        return Shape.arrayOf(name);
    }

    static void write(Output output, ObjectNode entry) {
        boolean array = output.shape().isArray();
        entry.put("type", array ? "array" : output.type().name().toLowerCase(Locale.ROOT));
        ParameterEntry.describe(entry, output.unit(), output.description());
        String length = output.shape().lengthParameter();
        if (array) {
            entry.put("length", length == null ? VARYING : length);
        }
        if (!output.finite()) {
            entry.put("finite", false);
        }
    }
}
