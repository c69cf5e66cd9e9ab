package parsweep.sweep.definition;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.Parameter;
import parsweep.space.Arange;
import parsweep.space.Axis;
import parsweep.space.Geomspace;
import parsweep.space.Linspace;
import parsweep.space.Logspace;
import parsweep.space.Numbers;
import parsweep.space.NumericAxis;
import parsweep.space.Texts;
import parsweep.space.ValueType;

/** Reads the values of one parameter, and checks that they suit it. */
final class AxisReader {
    private static final String FORMS =
            "a list of values, or one of {\"linspace\": [start, stop, num]}, {\"logspace\": [start, stop, num]}, "
                    + "{\"geomspace\": [start, stop, num]}, {\"arange\": [start, stop, step]}";

    private final Parameter parameter;

    AxisReader(Parameter parameter) {
        this.parameter = parameter;
    }

    Axis read(Node node) {
        if (node.isArray()) {
            return list(node.elements(FORMS));
        }
        if (!node.isObject() || node.names().size() != 1) {
            throw node.invalid(FORMS);
        }
        String form = node.names().get(0);
        Node arguments = node.at(form);
        NumericAxis axis = switch (form) {
            case "linspace" -> linspace(arguments);
            case "logspace" -> logspace(arguments);
            case "geomspace" -> geomspace(arguments);
            case "arange" -> arange(arguments);
            default -> throw node.invalid(FORMS);
        };
        check(arguments, axis);
        return axis;
    }

    /** Values as listed, each checked on its own, so that a fault is named by its position. */
    Axis list(List<Node> elements) {
        return switch (parameter.type()) {
            case REAL, INTEGER ->
                Numbers.of(elements.stream().mapToDouble(this::number).toArray());
            case TEXT -> new Texts(elements.stream().map(this::text).toList());
            case BOOLEAN -> {
                boolean[] flags = new boolean[elements.size()];
                for (int i = 0; i < flags.length; i++) {
                    flags[i] = flag(elements.get(i));
                }
                yield Numbers.ofBooleans(flags);
            }
        };
    }

    double number(Node node) {
        if (!node.isNumber()) {
            throw node.invalid(expected());
        }
        double value = node.number();
        if (!parameter.accepts(value) || (parameter.type() == ValueType.INTEGER && !node.isExact())) {
            throw node.invalid(expected());
        }
        return value;
    }

    String text(Node node) {
        if (!node.isText()
                || (!parameter.choices().isEmpty()
                        && !parameter.choices().contains(node.json().stringValue()))) {
            throw node.invalid(expected());
        }
        return node.json().stringValue();
    }

    boolean flag(Node node) {
        if (!node.isBoolean()) {
            throw node.invalid(expected());
        }
        return node.json().booleanValue();
    }

    private Linspace linspace(Node arguments) {
        List<Node> elements = arguments(arguments, 3, 3, "[start, stop, num]");
        return valid(
                arguments,
                () -> new Linspace(elements.get(0).number(), elements.get(1).number(), count(elements.get(2))));
    }

    private Logspace logspace(Node arguments) {
        List<Node> elements = arguments(arguments, 3, 4, "[start exponent, stop exponent, num] or [.., .., .., base]");
        return valid(
                arguments,
                () -> new Logspace(
                        new Linspace(elements.get(0).number(), elements.get(1).number(), count(elements.get(2))),
                        elements.size() == 4 ? elements.get(3).number() : 10));
    }

    private Geomspace geomspace(Node arguments) {
        List<Node> elements = arguments(arguments, 3, 3, "[start, stop, num]");
        return valid(
                arguments,
                () -> new Geomspace(elements.get(0).number(), elements.get(1).number(), count(elements.get(2))));
    }

    private Arange arange(Node arguments) {
        List<Node> elements = arguments(arguments, 1, 3, "[stop], [start, stop] or [start, stop, step]");
        return valid(arguments, () -> switch (elements.size()) {
            case 1 -> Arange.of(0, elements.get(0).number(), 1);
            case 2 -> Arange.of(elements.get(0).number(), elements.get(1).number(), 1);
            default ->
                Arange.of(
                        elements.get(0).number(),
                        elements.get(1).number(),
                        elements.get(2).number());
        });
    }

    private static long count(Node node) {
        return node.integer(0, ValueType.MAX_INTEGER);
    }

    static List<Node> arguments(Node node, int min, int max, String form) {
        List<Node> elements = node.elements(form);
        if (elements.size() < min || elements.size() > max) {
            throw node.invalid(form);
        }
        return elements;
    }

    /** Turns what a constructor refuses into a fault at this place. */
    static <T> T valid(Node node, Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException e) {
            throw InvalidDefinition.of(node, e);
        }
    }

    private void check(Node node, NumericAxis axis) {
        if (!parameter.type().isNumber()) {
            throw node.invalid(expected());
        }
        if (axis.size() == 0) {
            return; // refused where the whole space is known to be empty
        }
        if (parameter.type() == ValueType.INTEGER && axis.type() != ValueType.INTEGER) {
            throw new InvalidDefinition(node.path(), node.json() + ", which is not whole throughout", expected());
        }
        Double outside = outside(axis);
        if (outside != null) {
            throw new InvalidDefinition(
                    node.path(), "%s, which reaches %s".formatted(node.json(), outside), expected());
        }
    }

    private @Nullable Double outside(NumericAxis axis) {
        if (!parameter.bounds().contains(axis.min())) {
            return axis.min();
        }
        return parameter.bounds().contains(axis.max()) ? null : axis.max();
    }

    /** What the parameter takes, in words. */
    String expected() {
        return "%s for '%s'".formatted(parameter.expected(), parameter.name());
    }
}
