package parsweep.web.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import parsweep.model.ModelCode;
import parsweep.model.Output;
import parsweep.model.formula.FormulaModel;
import parsweep.model.formula.PythonModule;
import parsweep.sweep.SweepResults;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code model.py} of an archive: what computes a point, in Python. */
final class ModelScript {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SweepResults results;
    private final JsonNode definition;
    private final boolean withCode;

    /**
     * @param withCode whether others may know how the operator's programs are started
     */
    ModelScript(SweepResults results, JsonNode definition, boolean withCode) {
        this.results = results;
        this.definition = definition;
        this.withCode = withCode;
    }

    /** Empty if there is nothing that Python could call. */
    Optional<String> text() throws IOException {
        Map<String, String> formulas = formulas();
        if (!formulas.isEmpty()) {
            return Optional.of(PythonModule.of(formulas));
        }
        Optional<ModelCode> found = results.code();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ModelCode code = found.get();
        return switch (code.kind()) {
            case PYTHON -> Optional.of(function(code));
            case PROGRAM -> withCode ? Optional.of(program(code)) : Optional.empty();
        };
    }

    /** The formulas that the definition brings along; empty if its model is another one. */
    private Map<String, String> formulas() {
        Map<String, String> formulas = new LinkedHashMap<>();
        definition
                .path("model")
                .path(FormulaModel.NAME)
                .propertyStream()
                .forEach(entry -> formulas.put(entry.getKey(), entry.getValue().stringValue()));
        return formulas;
    }

    private String function(ModelCode code) throws IOException {
        List<String> names = results.outputs().stream().map(Output::name).toList();
        return filled("function.py", code)
                .replace("@FUNCTION@", code.call())
                .replace("@SEED@", String.valueOf(results.sweepSeed()))
                .replace("@OUTPUTS@", JSON.writeValueAsString(names));
    }

    /** What the operator wrote comes last: it may contain anything. */
    private String program(ModelCode code) throws IOException {
        return filled("program.py", code).replace("@RECIPE@", JSON.writeValueAsString(code.call()));
    }

    /** Names of files are the operator's, and may be anything; JSON's texts are Python's too. */
    private String filled(String script, ModelCode code) throws IOException {
        return resource(script)
                .replace("@MODEL@", results.model().name())
                .replace("@VERSION@", results.model().version().replaceAll("[^A-Za-z0-9._+-]", "_"))
                .replace("@FILES@", JSON.writeValueAsString(files(code)));
    }

    /** All but the manifest: it is for the service, and its environment may hold secrets. */
    static List<String> files(ModelCode code) {
        return code.files().stream()
                .filter(name -> !name.matches("model\\.(yaml|yml|json)"))
                .toList();
    }

    static String resource(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(ModelScript.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
