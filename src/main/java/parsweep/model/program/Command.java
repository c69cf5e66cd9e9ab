package parsweep.model.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import parsweep.json.Node;
import parsweep.model.Point;
import parsweep.model.process.Tools;

/**
 * How a program is started: a list of arguments, or, with {@code shell: true}, a text for {@code /bin/sh}, in which
 * placeholders are variables of the shell, since a variable's value is not read as shell again.
 */
final class Command {
    private static final int MAX_ARGUMENTS = 1000;
    private static final int MAX_LENGTH = 10_000;
    static final String VARIABLE = "PARSWEEP_PARAMETER_";

    private final List<Template> arguments;
    private final Map<String, Place> variables;

    private Command(List<Template> arguments, Map<String, Place> variables) {
        this.arguments = List.copyOf(arguments);
        this.variables = Map.copyOf(variables);
    }

    /**
     * Reads {@code command} and {@code shell}.
     *
     * @param directory of the model, to which the program's path is relative
     */
    static Command read(Node manifest, Path directory, Places places) {
        Node command = manifest.at("command");
        boolean isShell = manifest.find("shell").map(Command::flag).orElse(false);
        if (isShell) {
            Template.of(command, places, MAX_LENGTH); // for its faults
            return shell(command.text(MAX_LENGTH), places);
        }
        List<Node> elements = command.elements("a list of arguments, the program first; or a text and shell: true");
        if (elements.isEmpty() || elements.size() > MAX_ARGUMENTS) {
            throw command.invalid("1 to %d arguments".formatted(MAX_ARGUMENTS));
        }
        List<Template> arguments = new ArrayList<>();
        String program = program(elements.get(0), directory);
        arguments.add(Template.literal(program));
        elements.stream().skip(1).forEach(element -> arguments.add(Template.of(element, places, MAX_LENGTH)));
        return new Command(arguments, Map.of());
    }

    /**
     * A program that is there: in the model's directory if it has a slash in it, else in {@code PATH}.
     *
     * @throws parsweep.json.InvalidDefinition if there is none
     */
    static String program(Node node, Path directory) {
        String name = node.text(MAX_LENGTH);
        if (!name.contains("/")) {
            return Tools.find(name)
                    .orElseThrow(() -> node.invalid("a program in PATH, or ./name for one in " + directory))
                    .toString();
        }
        Path file = directory.resolve(name).normalize();
        if (!Tools.isExecutable(file)) {
            throw node.invalid("an executable file; %s is none".formatted(file));
        }
        return file.toString();
    }

    private static Command shell(String text, Places places) {
        Map<String, Place> variables = new LinkedHashMap<>();
        String script = script(text, name -> variables.put(VARIABLE + name, places.get(name)));
        return new Command(
                List.of(Template.literal("/bin/sh"), Template.literal("-c"), Template.literal(script)), variables);
    }

    /**
     * A text for the shell whose placeholders are variables.
     *
     * @param placeholders is given the name of each
     */
    static String script(String text, Consumer<String> placeholders) {
        return ShellText.of(text, name -> {
            placeholders.accept(name);
            return VARIABLE + name;
        });
    }

    private static boolean flag(Node node) {
        if (!node.isBoolean()) {
            throw node.invalid("true or false");
        }
        return node.json().booleanValue();
    }

    List<String> arguments(Point point, Path scratch) {
        return arguments.stream()
                .map(argument -> argument.render(point, scratch))
                .toList();
    }

    /** Variables that the command refers to. */
    Map<String, String> variables(Point point, Path scratch) {
        Map<String, String> values = new LinkedHashMap<>();
        variables.forEach((name, place) -> values.put(name, place.text(point, scratch)));
        return values;
    }
}
