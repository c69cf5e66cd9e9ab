package parsweep.model;

import java.util.List;

/**
 * What a model declares. The version stands for the code: results are only compared bit for bit within a version.
 *
 * @param name lower-case words joined by hyphens; unique in a service
 * @param version any text; changes whenever results may change
 * @param summary one sentence for a list of models
 * @param source where the mathematics comes from (author, year, DOI), or who wrote the program
 */
public record ModelDescription(
        String name, String version, String summary, String source, List<Parameter> parameters, List<Output> outputs) {
    /**
     * @throws IllegalArgumentException if there is no output, or a name is not valid or stands twice
     */
    public ModelDescription {
        parameters = List.copyOf(parameters);
        outputs = List.copyOf(outputs);
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("model name '%s' (expected: words joined by hyphens)".formatted(name));
        }
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("model '%s' without outputs (expected: at least 1)".formatted(name));
        }
        Names.requireValid(parameters, outputs);
    }

    public ModelDescription withVersion(String newVersion) {
        return new ModelDescription(name, newVersion, summary, source, parameters, outputs);
    }
}
