package parsweep.sweep.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parsweep.formula.Formula;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.Parameter;
import parsweep.space.Constrained;
import parsweep.space.Derivation;
import parsweep.space.Derived;
import parsweep.space.Space;
import parsweep.space.ValueType;

/**
 * Reads the formulas that may stand beside any space: {@code derive} computes parameters from those of the space, and
 * {@code where} excludes points, by derived values too. A name in them is a parameter of that very space, or one that
 * has the same value everywhere: a fixed one, or one with a default. Used for one definition.
 */
final class SpaceFormulas {
    static final String DERIVE = "derive";
    static final String WHERE = "where";

    /** Each is a class of its own, of up to 100 KB. */
    private static final int MAX_FORMULAS = 100;

    private static final String NUMBER = "a parameter that is a number, or true or false";

    private final SpaceReader spaces;
    private final Node fixed;
    private final List<Use> uses = new ArrayList<>();
    private int formulas;

    /** Where a formula uses a parameter that is to be the same everywhere. */
    private record Use(String name, Node formula, int column) {}

    /**
     * @param fixed the values of parameters that do not vary
     */
    SpaceFormulas(SpaceReader spaces, Node fixed) {
        this.spaces = spaces;
        this.fixed = fixed;
    }

    /** The space with what stands beside it in its object. */
    Space apply(Node object, Space space) {
        Space derived = object.find(DERIVE).map(node -> derive(node, space)).orElse(space);
        return object.find(WHERE).map(node -> constrain(node, derived)).orElse(derived);
    }

    /**
     * Refuses formulas that take a parameter for the same everywhere although another part of the space varies it.
     *
     * @param whole the space of which all that was read is part
     */
    void requireConstants(Space whole) {
        for (Use use : uses) {
            if (whole.parameters().contains(use.name())) {
                throw fault(
                        use.formula(),
                        use.column(),
                        "'%s' varies in another part of the space".formatted(use.name()),
                        "a parameter of this part, or one that does not vary");
            }
        }
        uses.clear();
    }

    private Space derive(Node node, Space space) {
        List<String> names =
                node.requireObject("an object of parameters and their formulas").names();
        if (names.isEmpty()) {
            throw node.invalid("at least one parameter and its formula");
        }
        List<String> known = new ArrayList<>(space.parameters());
        List<Derivation> derivations = new ArrayList<>();
        for (String name : names) {
            Node formula = node.at(name);
            if (spaces.parameter(name, formula).type() == ValueType.TEXT) {
                throw new InvalidDefinition(formula.path(), "'%s' is a text".formatted(name), NUMBER);
            }
            if (known.contains(name)) {
                throw new InvalidDefinition(
                        formula.path(), "'%s' has a value in the space".formatted(name), "one or the other");
            }
            derivations.add(new Derivation(name, formula(formula, known, names)));
            known.add(name);
        }
        return new Derived(space, derivations);
    }

    private Space constrain(Node node, Space space) {
        return new Constrained(space, formula(node, space.parameters(), List.of()));
    }

    /**
     * @param known the parameters that vary with the space
     * @param later names that will be known later, among others
     */
    private Formula formula(Node node, List<String> known, List<String> later) {
        if (!node.isText()) {
            throw node.invalid("a formula, as a text");
        }
        formulas++;
        if (formulas > MAX_FORMULAS) {
            throw new InvalidDefinition(
                    node.path(), "formula %d of the space".formatted(formulas), "at most %d".formatted(MAX_FORMULAS));
        }
        Formula formula = AxisReader.valid(node, () -> Formula.parse(node.json().stringValue()));
        Map<String, Double> constants = new HashMap<>();
        formula.names().forEach((name, column) -> {
            if (!known.contains(name) && later.contains(name)) {
                throw fault(
                        node,
                        column,
                        "'%s' is not computed before".formatted(name),
                        "a parameter of the space, or one that is derived further up");
            }
            Parameter parameter = parameter(node, name, column);
            if (parameter.type() == ValueType.TEXT) {
                throw fault(node, column, "'%s' is a text".formatted(name), NUMBER);
            }
            if (!known.contains(name)) {
                constants.put(name, constant(node, parameter, column));
                uses.add(new Use(name, node, column));
            }
        });
        return formula.with(constants);
    }

    private Parameter parameter(Node node, String name, int column) {
        try {
            return spaces.parameter(name, node);
        } catch (InvalidDefinition e) {
            throw fault(node, column, e.value(), e.expected());
        }
    }

    private double constant(Node node, Parameter parameter, int column) {
        Optional<Node> value = fixed.find(parameter.name());
        if (value.isPresent()) {
            AxisReader reader = new AxisReader(parameter);
            return parameter.type() == ValueType.BOOLEAN
                    ? number(reader.flag(value.get()))
                    : reader.number(value.get());
        }
        Object byDefault = parameter.defaultValue();
        if (byDefault == null) {
            throw fault(
                    node,
                    column,
                    "'%s' has no value here".formatted(parameter.name()),
                    "a parameter of this space, or one that is fixed or has a default");
        }
        return byDefault instanceof Boolean flag ? number(flag) : ((Number) byDefault).doubleValue();
    }

    private static double number(boolean flag) {
        return flag ? 1 : 0;
    }

    private static InvalidDefinition fault(Node node, int column, String what, String expected) {
        return new InvalidDefinition(node.path(), "column %d: %s".formatted(column, what), expected);
    }
}
