package parsweep.sweep.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parsweep.exec.Plan;
import parsweep.exec.PointPolicy;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.Model;
import parsweep.model.ModelCatalogue;
import parsweep.model.ModelDescription;
import parsweep.model.Parameter;
import parsweep.model.formula.FormulaModel;
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
     * Reads and checks a definition. Its model is the newest version of the one that it names, unless it names a version.
     *
     * @throws InvalidDefinition if it cannot be run
     */
    public SweepDefinition read(JsonNode json) {
        return read(json, model(root(json).at("model")));
    }

    /**
     * Reads a definition that was accepted before.
     *
     * @param version of its model
     * @throws InvalidDefinition if it cannot be run, for want of its model in that version, say
     */
    public SweepDefinition read(JsonNode json, String version) {
        Node node = root(json).at("model");
        Model newest = model(node);
        if (newest.description().version().equals(version)) {
            return read(json, newest);
        }
        String name = newest.description().name();
        return read(json, models.find(name, version).orElseThrow(() -> unknownVersion(node, name, version)));
    }

    /**
     * Reads a definition as one of a given model, whatever model it names.
     *
     * @throws InvalidDefinition if it does not suit the model
     */
    public SweepDefinition read(JsonNode json, Model model) {
        Node root = root(json);
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

    /** Whether a model that a definition was read with is still the one of its name and version. */
    public boolean isHere(Model model) {
        ModelDescription description = model.description();
        return model instanceof FormulaModel
                || models.find(description.name(), description.version())
                        .filter(model::equals)
                        .isPresent();
    }

    private static Node root(JsonNode json) {
        Node root = new Node(json, "").requireObject("an object with the fields model and space");
        root.requireOnly(FIELDS.toArray(String[]::new));
        return root;
    }

    /**
     * A definition that is extended by further points or replicates.
     *
     * @param json the definition as it is stored
     * @param version of its model
     * @throws InvalidDefinition if the extension does not fit it
     */
    public SweepDefinition extend(String json, String version, JsonNode extension) {
        new Node(extension, "").requireObject(EXTENSION).requireOnly("space", "replicates");
        ObjectNode definition = (ObjectNode) STORED.readTree(json);
        int before = definition.path("extend").size();
        definition.withArray("extend").add(extension);
        try {
            return read(definition, version);
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
        if (node.isObject() && !node.names().contains("name")) {
            return FormulaReader.read(node);
        }
        if (node.isObject()) {
            node.requireOnly("name", "version");
            Node version = node.at("version");
            String name = node.at("name").text(MAX_NAME);
            newest(node.at("name"), name);
            return models.find(name, version.text(MAX_NAME))
                    .orElseThrow(() -> unknownVersion(version, name, version.text(MAX_NAME)));
        }
        return newest(node, node.text(MAX_NAME));
    }

    private Model newest(Node node, String name) {
        return models.find(name)
                .orElseThrow(() -> models.broken().stream()
                        .filter(broken -> broken.name().equals(name))
                        .findFirst()
                        .map(broken -> new InvalidDefinition(
                                node.path(),
                                "'%s'".formatted(name),
                                "a model that can be used; this one: " + broken.error()))
                        .orElseGet(() -> new InvalidDefinition(
                                node.path(),
                                "unknown model '%s'".formatted(name),
                                "one of %s, or %s".formatted(String.join(", ", models.names()), FormulaReader.FORM))));
    }

    private InvalidDefinition unknownVersion(Node node, String name, String version) {
        return new InvalidDefinition(
                node.path(),
                "version '%s' of model '%s', which is not here".formatted(version, name),
                "one of "
                        + models.versions(name).stream()
                                .map(model -> "'" + model.description().version() + "'")
                                .collect(Collectors.joining(", ")));
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
