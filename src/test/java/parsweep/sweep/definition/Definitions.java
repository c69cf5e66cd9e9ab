package parsweep.sweep.definition;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parsweep.exec.Plan;
import parsweep.model.Interval;
import parsweep.model.Model;
import parsweep.model.ModelCatalogue;
import parsweep.model.ModelDescription;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.model.Session;
import parsweep.space.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads definitions of a model with a parameter of every type, for tests. The model is never run. */
final class Definitions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.real("x", "m", "Any number."),
            Parameter.real("rate", "1/s", "A bounded number.")
                    .within(new Interval(0, 10, true, false))
                    .withDefault(0.5),
            Parameter.integer("n", "", "A bounded whole number.")
                    .within(Interval.closed(1, 100))
                    .withDefault(7),
            Parameter.integer("id", "", "Any whole number.").withDefault(0),
            Parameter.text("mode", "One of two.", "fast", "exact").withDefault("fast"),
            Parameter.text("label", "Any text.").withDefault(""),
            Parameter.flag("on", "A flag.").withDefault(true));

    private static final List<Parameter> MANY = IntStream.rangeClosed(1, 1001)
            .mapToObj(i -> Parameter.real("p" + i, "", "One of many.").withDefault(0.0))
            .toList();

    private static final DefinitionReader READER = new DefinitionReader(new ModelCatalogue(
            List.of(new Toy("toy", PARAMETERS), new Toy("other", List.of()), new Toy("wide", MANY))));

    private Definitions() {}

    /** A model that only declares. */
    private record Toy(String name, List<Parameter> parameters) implements Model {
        @Override
        public ModelDescription description() {
            return new ModelDescription(
                    name, "1", "Declares, never runs.", "", parameters, List.of(Output.real("y", "", "Nothing.")));
        }

        @Override
        public Session open() {
            throw new UnsupportedOperationException("a definition is read, not run");
        }
    }

    static SweepDefinition read(String json) {
        return read(JSON.readTree(json));
    }

    static SweepDefinition read(JsonNode json) {
        return READER.read(json);
    }

    static SweepDefinition extend(String json, String extension) {
        String version = read(json).plan().model().description().version();
        return READER.extend(json, version, JSON.readTree(extension));
    }

    static JsonNode tree(String json) {
        return JSON.readTree(json);
    }

    /** A definition of the model {@code toy} with that space. */
    static SweepDefinition space(String space) {
        return read("{\"model\": \"toy\", \"space\": %s}".formatted(space));
    }

    /** The values of one point that the space names, in its order: {@code x=1.0 n=3}, {@code x=1.0 n=4 excluded}. */
    static String point(SweepDefinition definition, long index) {
        Plan plan = definition.plan();
        Values values = plan.newValues();
        plan.read(index, values);
        Map<String, Object> named = IntStream.range(0, PARAMETERS.size())
                .boxed()
                .collect(Collectors.toMap(slot -> PARAMETERS.get(slot).name(), values::get));
        return plan.space().parameters().stream()
                        .map(name -> name + "=" + named.get(name))
                        .collect(Collectors.joining(" "))
                + (values.isExcluded() ? " excluded" : "");
    }

    /** The values of all parameters at a point, in the order of their declaration. */
    static List<Object> all(SweepDefinition definition, long index) {
        Values values = definition.plan().newValues();
        definition.plan().read(index, values);
        return IntStream.range(0, values.size()).mapToObj(values::get).toList();
    }
}
