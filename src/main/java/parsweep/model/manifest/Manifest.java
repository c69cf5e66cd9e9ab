package parsweep.model.manifest;

import java.util.ArrayList;
import java.util.List;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.ModelDescription;
import parsweep.model.Output;
import parsweep.model.Parameter;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a manifest that all kinds of models share:
 *
 * <pre>{@code
 * name: projectile
 * version: "1"
 * summary: a throw with drag
 * source: Newton (1687)
 * parameters:
 *   speed: {type: real, unit: m/s, min: 0, default: 10, description: at the start}
 *   steps: {type: integer, min: 1, max: 100000, default: 1000}
 *   drag: {type: text, choices: [none, linear, square], default: none}
 * outputs:
 *   range: {type: real, unit: m}
 *   path: {type: array, unit: m, length: steps}
 * }</pre>
 */
public final class Manifest {
    /** What this part may contain. */
    public static final List<String> FIELDS = List.of("name", "version", "summary", "source", "parameters", "outputs");

    private static final int MAX_NAME = 100;
    private static final int MAX_TEXT = 2000;

    private Manifest() {}

    /**
     * Reads a declaration; other fields are left to the caller.
     *
     * @param defaultVersion if the manifest has none: a digest of what the model consists of, say
     * @throws InvalidDefinition if something is missing or wrong
     */
    public static ModelDescription read(Node manifest, String defaultVersion) {
        manifest.requireObject("a manifest with the fields " + String.join(", ", FIELDS));
        List<Parameter> parameters = new ArrayList<>();
        manifest.find("parameters").ifPresent(node -> {
            for (String name : node.requireObject("an object of parameters").names()) {
                parameters.add(ParameterEntry.read(name, node.at(name)));
            }
        });
        List<Output> outputs = new ArrayList<>();
        Node declared = manifest.at("outputs").requireObject("an object of outputs");
        for (String name : declared.names()) {
            outputs.add(OutputEntry.read(name, declared.at(name), parameters));
        }
        String name = manifest.at("name").text(MAX_NAME);
        String version = text(manifest, "version", defaultVersion);
        try {
            return new ModelDescription(
                    name, version, text(manifest, "summary", ""), text(manifest, "source", ""), parameters, outputs);
        } catch (IllegalArgumentException e) {
            throw InvalidDefinition.of(manifest, e);
        }
    }

    /** A text; YAML makes numbers of versions, which is as good. */
    private static String text(Node manifest, String field, String otherwise) {
        return manifest.find(field)
                .map(node -> node.isNumber() ? node.json().asString() : node.text(MAX_TEXT))
                .orElse(otherwise);
    }

    /** The inverse of {@link #read}. */
    public static ObjectNode write(ModelDescription model) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("name", model.name());
        manifest.put("version", model.version());
        if (!model.summary().isBlank()) {
            manifest.put("summary", model.summary());
        }
        if (!model.source().isBlank()) {
            manifest.put("source", model.source());
        }
        ObjectNode parameters = manifest.putObject("parameters");
        model.parameters()
                .forEach(parameter -> ParameterEntry.write(parameter, parameters.putObject(parameter.name())));
        ObjectNode outputs = manifest.putObject("outputs");
        model.outputs().forEach(output -> OutputEntry.write(output, outputs.putObject(output.name())));
        return manifest;
    }
}
