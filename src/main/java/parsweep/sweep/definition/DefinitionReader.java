package parsweep.sweep.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parsweep.exec.Plan;
import parsweep.exec.PointPolicy;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.Model;
import parsweep.model.ModelCatalogue;
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

    private final ModelReader models;

    public DefinitionReader(ModelCatalogue models) {
        this.models = new ModelReader(models);
    }

    /**
     * Reads and checks a definition. Its model is the newest version of the one that it names, unless it names a version.
     *
     * @throws InvalidDefinition if it cannot be run
     */
    public SweepDefinition read(JsonNode json) {
        return read(json, models.read(root(json).at("model")));
    }

    /**
     * Reads a definition that was accepted before.
     *
     * @param version of its model
     * @throws InvalidDefinition if it cannot be run, for want of its model in that version, say
     */
    public SweepDefinition read(JsonNode json, String version) {
        return read(json, models.read(root(json).at("model"), version));
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
        Values values = new FixedReader(fixed, spaces).read(model.description(), space);
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
        return models.isHere(model);
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
}
