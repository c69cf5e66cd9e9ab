package parsweep.sweep.definition;

import java.util.ArrayList;
import java.util.List;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.ModelDescription;
import parsweep.model.Parameter;
import parsweep.space.Space;
import parsweep.space.Values;

/** Reads the values of parameters that stay the same for all points. */
final class FixedReader {
    private final Node fixed;
    private final SpaceReader spaces;

    /**
     * @param fixed an object of parameters and values
     * @param spaces knows the parameters
     */
    FixedReader(Node fixed, SpaceReader spaces) {
        this.fixed = fixed;
        this.spaces = spaces;
    }

    /**
     * A value for every parameter that is not of the space: the fixed one, or else its default.
     *
     * @param space writes over its own parameters
     * @throws InvalidDefinition if there is none, or one of the space is fixed too
     */
    Values read(ModelDescription model, Space space) {
        List<Parameter> parameters = model.parameters();
        Values values = new Values(parameters.stream().map(Parameter::type).toList());
        List<String> fixedNames = fixed.names();
        for (String name : fixedNames) {
            Node node = fixed.at(name);
            spaces.parameter(name, node);
            if (space.parameters().contains(name)) {
                throw new InvalidDefinition(node.path(), "'%s' is in the space too".formatted(name), "either");
            }
        }
        List<String> missing = new ArrayList<>();
        for (int slot = 0; slot < parameters.size(); slot++) {
            Parameter parameter = parameters.get(slot);
            if (fixedNames.contains(parameter.name())) {
                set(values, slot, new AxisReader(parameter), fixed.at(parameter.name()));
            } else if (parameter.defaultValue() != null) {
                set(values, slot, parameter.defaultValue());
            } else if (!space.parameters().contains(parameter.name())) {
                missing.add(parameter.name());
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidDefinition(
                    "fixed",
                    "no value for " + String.join(", ", missing),
                    "a value in space or fixed for every parameter that has no default");
        }
        return values;
    }

    private static void set(Values values, int slot, AxisReader reader, Node node) {
        switch (values.type(slot)) {
            case REAL, INTEGER -> values.setNumber(slot, reader.number(node));
            case TEXT -> values.setText(slot, reader.text(node));
            case BOOLEAN -> values.setNumber(slot, reader.flag(node) ? 1 : 0);
        }
    }

    private static void set(Values values, int slot, Object value) {
        switch (values.type(slot)) {
            case REAL, INTEGER -> values.setNumber(slot, ((Number) value).doubleValue());
            case TEXT -> values.setText(slot, (String) value);
            case BOOLEAN -> values.setNumber(slot, (Boolean) value ? 1 : 0);
        }
    }
}
