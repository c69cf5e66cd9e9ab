package parsweep.sweep.definition;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parsweep.exec.Plan;
import parsweep.model.Model;
import parsweep.model.ModelCatalogue;
import parsweep.model.Parameter;
import parsweep.space.Space;
import parsweep.space.ValueType;
import parsweep.space.Values;
import tools.jackson.databind.JsonNode;

/** Reads a whole definition: the model, the space, the fixed values and how to run it. */
public final class DefinitionReader {
    private static final int MAX_REPLICATES = 1_000_000_000;
    private static final int MAX_NAME = 200;

    private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);

    /** As good as none; 292 years of nanoseconds are more than a long holds. */
    private static final Duration MAX_TIMEOUT = Duration.ofDays(365);

    private final ModelCatalogue models;

    public DefinitionReader(ModelCatalogue models) {
        this.models = models;
    }

    /**
     * Reads and checks a definition.
     *
     * @throws InvalidDefinition if it cannot be run
     */
    public SweepDefinition read(JsonNode json) {
        Node root = new Node(json, "").requireObject("an object with the fields model and space");
        root.requireOnly(
                "name", "model", "space", "fixed", "replicates", "seed", "weight", "maxParallelism", "pointTimeout");
        Model model = model(root.at("model"));
        SpaceReader spaces = new SpaceReader(model.description());
        Space space = spaces.read(root.at("space"));
        if (space.size() == 0) {
            throw root.at("space").invalid("at least one point");
        }
        Values values = values(root, model, space, spaces);
        int replicates = root.find("replicates")
                .map(node -> (int) node.integer(1, MAX_REPLICATES))
                .orElse(1);
        long seed = root.find("seed")
                .map(node -> node.integer(0, ValueType.MAX_INTEGER))
                .orElse(0L);
        Plan plan = AxisReader.valid(root, () -> new Plan(model, space, values, replicates, seed, pointTimeout(root)));
        String name = root.find("name").map(node -> node.text(MAX_NAME)).orElse("");
        double weight = root.find("weight").map(DefinitionReader::weight).orElse(1.0);
        int maxParallelism = root.find("maxParallelism")
                .map(node -> (int) node.integer(1, Integer.MAX_VALUE))
                .orElse(Integer.MAX_VALUE);
        return new SweepDefinition(name, json.toString(), plan, new Share(weight, maxParallelism));
    }

    private Model model(Node node) {
        String name = node.text(MAX_NAME);
        return models.find(name)
                .orElseThrow(() -> new InvalidDefinition(
                        node.path(),
                        "unknown model '%s'".formatted(name),
                        "one of " + String.join(", ", models.names())));
    }

    private static double weight(Node node) {
        double weight = node.number();
        if (!(weight >= 0.01 && weight <= 100)) {
            throw node.invalid("a number in [0.01, 100]");
        }
        return weight;
    }

    private static @Nullable Duration pointTimeout(Node root) {
        Optional<Node> node = root.find("pointTimeout");
        if (node.isEmpty()) {
            return null;
        }
        String expected = "a duration of 1 ms to 365 days: 1.5s, 2m, 1h or PT1.5S";
        if (!node.get().isText()) {
            throw node.get().invalid(expected);
        }
        try {
            String text = node.get().json().stringValue().strip();
            Duration timeout = Duration.parse(text.startsWith("P") ? text : "PT" + text);
            if (timeout.compareTo(MIN_TIMEOUT) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
                throw node.get().invalid(expected);
            }
            return timeout;
        } catch (DateTimeParseException e) {
            throw node.get().invalid(expected);
        }
    }

    /** Defaults, then fixed values; the space writes over its own slots. */
    private static Values values(Node root, Model model, Space space, SpaceReader spaces) {
        List<Parameter> parameters = model.description().parameters();
        Values values = new Values(parameters.stream().map(Parameter::type).toList());
        Optional<Node> fixed = root.find("fixed");
        List<String> fixedNames = fixed.map(node ->
                        node.requireObject("an object of parameters and values").names())
                .orElse(List.of());
        for (String name : fixedNames) {
            Node node = fixed.orElseThrow().at(name);
            spaces.parameter(name, node);
            if (space.parameters().contains(name)) {
                throw new InvalidDefinition(node.path(), "'%s' is in the space too".formatted(name), "either");
            }
        }
        List<String> missing = new ArrayList<>();
        for (int slot = 0; slot < parameters.size(); slot++) {
            Parameter parameter = parameters.get(slot);
            if (fixedNames.contains(parameter.name())) {
                set(values, slot, new AxisReader(parameter), fixed.orElseThrow().at(parameter.name()));
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
