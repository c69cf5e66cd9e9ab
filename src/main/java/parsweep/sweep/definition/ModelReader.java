package parsweep.sweep.definition;

import java.util.stream.Collectors;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.Model;
import parsweep.model.ModelCatalogue;
import parsweep.model.ModelDescription;
import parsweep.model.formula.FormulaModel;

/** Finds the model that a definition names. */
final class ModelReader {
    private static final int MAX_NAME = 200;

    private final ModelCatalogue models;

    ModelReader(ModelCatalogue models) {
        this.models = models;
    }

    /**
     * The newest version of the model that is named, unless a version is; or a formula.
     *
     * @throws InvalidDefinition if it is not here
     */
    Model read(Node node) {
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

    /**
     * A version of the model that is named, whatever version is named with it.
     *
     * @throws InvalidDefinition if it is not here
     */
    Model read(Node node, String version) {
        Model newest = read(node);
        if (newest.description().version().equals(version)) {
            return newest;
        }
        String name = newest.description().name();
        return models.find(name, version).orElseThrow(() -> unknownVersion(node, name, version));
    }

    /** Whether a model that was read is still the one of its name and version. */
    boolean isHere(Model model) {
        ModelDescription description = model.description();
        return model instanceof FormulaModel
                || models.find(description.name(), description.version())
                        .filter(model::equals)
                        .isPresent();
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
}
