package parsweep.model.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parsweep.json.Node;
import parsweep.model.process.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How processes of a program are started and read, as JSON for those who do it without the service: {@code program.py} of
 * archives. Placeholders stay. Limits and isolation are left to them, and so are variables that may be secret.
 */
final class Recipe {
    private final Node manifest;
    private final ObjectNode recipe = JsonMapper.shared().createObjectNode();
    private final Map<String, String> variables = new LinkedHashMap<>();

    private Recipe(Node manifest) {
        this.manifest = manifest;
    }

    /**
     * Of the protocols {@code process} and {@code worker}.
     *
     * @param manifest has been read without a fault
     */
    static String of(Node manifest, ProgramFiles files) {
        return new Recipe(manifest).json(files);
    }

    private String json(ProgramFiles files) {
        recipe.put("protocol", text("protocol"));
        command(recipe.putArray("command"));
        manifest.find("env")
                .ifPresent(env -> env.names().stream()
                        .filter(name -> !Environment.isWithheld(name))
                        .forEach(name -> variables.put(name, env.at(name).json().asString())));
        ObjectNode env = recipe.putObject("env");
        variables.forEach(env::put);
        recipe.put("stdin", manifest.find("stdin").isPresent());
        JsonNode inputs = manifest.at("files").json();
        recipe.set("files", inputs.isObject() ? inputs : JsonMapper.shared().createObjectNode());
        if (text("protocol").equals("process")) {
            ResultSource result = ResultSource.read(manifest);
            recipe.put("result", result.kind().name());
            recipe.put(
                    "resultFile", result.file() == null ? null : result.file().toString());
        }
        ArrayNode executables = recipe.putArray("executables");
        files.executables().forEach(executables::add);
        return recipe.toString();
    }

    private void command(ArrayNode target) {
        JsonNode command = manifest.at("command").json();
        if (!command.isArray()) {
            String script = Command.script(
                    command.asString(), name -> variables.put(Command.VARIABLE + name, "{" + name + "}"));
            List.of("/bin/sh", "-c", script).forEach(target::add);
            return;
        }
        command.forEach(argument -> target.add(argument.asString()));
    }

    private String text(String field) {
        return manifest.at(field).json().asString("");
    }
}
