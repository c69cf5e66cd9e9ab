package parsweep.sweep.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parsweep.exec.Plan;
import parsweep.exec.PointPolicy;
import parsweep.model.Model;
import parsweep.model.ModelCatalogue;
import parsweep.model.Parameter;
import parsweep.space.Space;
import parsweep.space.ValueType;
import parsweep.space.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a whole definition: the model, the space, the fixed values and how to run it. */
public final class DefinitionReader {
    private static final int MAX_REPLICATES = 1_000_000_000;
    private static final int MAX_NAME = 200;

    private static final String EXTENSION = "an object with either space or replicates";
    private static final String EXTENSIONS = "a list of extensions, each " + EXTENSION;

    private static final List<String> FIELDS = Stream.concat(
                    Stream.of("name", "model", "space", "fixed", "replicates", "seed", "extend"),
                    ExecutionReader.FIELDS.stream())
            .toList();

    private static final JsonMapper STORED = JsonMapper.builder().build();

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
        root.requireOnly(FIELDS.toArray(String[]::new));
        Model model = model(root.at("model"));
        Node fixed = root.find("fixed")
                .map(node -> node.requireObject("an object of parameters and values"))
                .orElse(new Node(JsonNodeFactory.instance.objectNode(), "fixed"));
        SpaceReader spaces = new SpaceReader(model.description(), fixed);
        Space space = space(spaces, root.at("space"));
        Values values = values(fixed, model, space, spaces);
        int replicates =
                root.find("replicates").map(DefinitionReader::replicates).orElse(1);
        long seed = root.find("seed")
                .map(node -> node.integer(0, ValueType.MAX_INTEGER))
                .orElse(0L);
        ExecutionReader execution = new ExecutionReader(root);
        PointPolicy policy = execution.policy();
        Plan plan = AxisReader.valid(root, () -> new Plan(model, space, values, replicates, seed, policy));
        for (Node extension :
                root.find("extend").map(node -> node.elements(EXTENSIONS)).orElse(List.of())) {
            plan = extended(plan, extension, spaces);
        }
        String name = root.find("name").map(node -> node.text(MAX_NAME)).orElse("");
        return new SweepDefinition(
                name,
                json.toString(),
                plan,
                execution.share(),
                execution.maxFailures(plan.size()),
                execution.retention());
    }

    /**
     * A definition that is extended by further points or replicates.
     *
     * @param json the definition as it is stored
     * @throws InvalidDefinition if the extension does not fit it
     */
    public SweepDefinition extend(String json, JsonNode extension) {
        new Node(extension, "").requireObject(EXTENSION).requireOnly("space", "replicates");
        ObjectNode definition = (ObjectNode) STORED.readTree(json);
        int before = definition.path("extend").size();
        definition.withArray("extend").add(extension);
        try {
            return read(definition);
        } catch (InvalidDefinition e) { // the path as it stands in the extension
            throw e.within("extend[%d]".formatted(before));
        }
    }

    /**
     * Reads a change of a sweep's share of the workers.
     *
     * @param json an object with priority, maxParallelism or both
     * @param now what applies where it says nothing
     * @throws InvalidDefinition if it says something else
     */
    public Share share(JsonNode json, Share now) {
        Node root = new Node(json, "").requireObject("an object with priority, maxParallelism or both");
        root.requireOnly("priority", "maxParallelism");
        return new Share(
                root.find("priority").map(ExecutionReader::priority).orElse(now.priority()),
                root.find("maxParallelism").map(ExecutionReader::maxParallelism).orElse(now.maxParallelism()));
    }

    private static Space space(SpaceReader spaces, Node node) {
        Space space = spaces.read(node);
        if (space.size() == 0) {
            throw node.invalid("at least one point");
        }
        return space;
    }

    private static int replicates(Node node) {
        return (int) node.integer(1, MAX_REPLICATES);
    }

    private static Plan extended(Plan plan, Node extension, SpaceReader spaces) {
        extension.requireObject(EXTENSION).requireOnly("space", "replicates");
        Optional<Node> points = extension.find("space");
        Optional<Node> replicates = extension.find("replicates");
        if (points.isPresent() == replicates.isPresent()) {
            throw extension.invalid(EXTENSION);
        }
        return points.map(node -> {
                    Space more = space(spaces, node);
                    return AxisReader.valid(node, () -> plan.withPoints(more));
                })
                .orElseGet(() -> replicates
                        .map(node -> {
                            int more = replicates(node);
                            return AxisReader.valid(node, () -> plan.withReplicates(more));
                        })
                        .orElseThrow());
    }

    private Model model(Node node) {
        if (node.isObject()) {
            return FormulaReader.read(node);
        }
        String name = node.text(MAX_NAME);
        return models.find(name)
                .orElseThrow(() -> new InvalidDefinition(
                        node.path(),
                        "unknown model '%s'".formatted(name),
                        "one of %s, or %s".formatted(String.join(", ", models.names()), FormulaReader.FORM)));
    }

    /** Defaults, then fixed values; the space writes over its own slots. */
    private static Values values(Node fixed, Model model, Space space, SpaceReader spaces) {
        List<Parameter> parameters = model.description().parameters();
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
