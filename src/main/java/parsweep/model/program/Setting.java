package parsweep.model.program;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parsweep.json.Node;
import parsweep.model.Model;
import parsweep.model.Point;
import parsweep.model.process.Launch;
import parsweep.model.process.ProcessLimits;

/**
 * Where and within what bounds a program runs.
 *
 * @param directory of the model
 * @param environment beside the service's
 * @param limits of each process
 * @param maxOutputBytes of a point, as the program writes them
 * @param bubblewrap around every process; null for none
 */
record Setting(
        Path directory,
        Map<String, Template> environment,
        ProcessLimits limits,
        int maxOutputBytes,
        @Nullable Path bubblewrap) {
    /** Twice the 32 MB of a point that the service accepts: numbers are longer as text. */
    private static final long MAX_OUTPUT_BYTES = 64L << 20;

    private static final int MAX_VALUE = 10_000;

    static Setting read(Node manifest, Path directory, Places places) {
        Map<String, Template> environment = new LinkedHashMap<>();
        manifest.find("env").ifPresent(env -> {
            for (String name : env.requireObject("an object of variables").names()) {
                if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                    throw env.at(name).invalid("a variable's name");
                }
                environment.put(name, Template.of(env.at(name), places, MAX_VALUE));
            }
        });
        Node limits = manifest.at("limits");
        if (!limits.json().isMissingNode()) {
            limits.requireObject("an object of limits").requireOnly("memory", "cpu", "start", "output");
        }
        ProcessLimits processLimits = new ProcessLimits(
                limits.find("memory").map(Amounts::bytes).orElse(0L),
                limits.find("cpu").map(Amounts::seconds).orElse(0L));
        long output = limits.find("output").map(Amounts::bytes).orElse(MAX_OUTPUT_BYTES);
        if (output > MAX_OUTPUT_BYTES) {
            throw limits.at("output").invalid("at most 64MB");
        }
        return new Setting(directory, environment, processLimits, (int) output, bubblewrap(manifest));
    }

    /** Within which a process that computes many points must be ready. */
    static Duration startTimeout(Node manifest) {
        return manifest.at("limits")
                .find("start")
                .map(node -> Duration.ofSeconds(Amounts.seconds(node)))
                .orElse(Model.START_TIMEOUT);
    }

    private static @Nullable Path bubblewrap(Node manifest) {
        Optional<Node> isolation = manifest.find("isolation");
        if (isolation.isEmpty()) {
            return null;
        }
        Node node = isolation.get();
        return switch (node.json().asString("")) {
            case "none" -> null;
            case "bubblewrap" ->
                Isolation.find().orElseThrow(() -> node.invalid("bubblewrap that is installed and works here"));
            case "bubblewrap-if-present" -> Isolation.find().orElse(null);
            default -> throw node.invalid("none, bubblewrap or bubblewrap-if-present");
        };
    }

    /** A process that computes many points. */
    Launch launch(Command command, Path scratch) {
        return launch(command.arguments(NoPoint.INSTANCE, scratch), scratch);
    }

    Launch launch(List<String> command, Path scratch) {
        return launch(command, NoPoint.INSTANCE, scratch, null, Map.of());
    }

    /**
     * A process that computes a point.
     *
     * @param input the file that is its standard input
     */
    Launch launch(Command command, Point point, Path scratch, Path input) {
        return launch(command.arguments(point, scratch), point, scratch, input, command.variables(point, scratch));
    }

    private Launch launch(
            List<String> command, Point point, Path scratch, @Nullable Path input, Map<String, String> more) {
        Map<String, String> variables = new LinkedHashMap<>(more);
        variables.put("PARSWEEP_MODEL", directory.toString());
        variables.put("PARSWEEP_SCRATCH", scratch.toString());
        environment.forEach((name, value) -> variables.put(name, value.render(point, scratch)));
        List<String> all = new ArrayList<>();
        if (bubblewrap != null) {
            all.addAll(Isolation.prefix(bubblewrap, directory, scratch));
        }
        all.addAll(command);
        return new Launch(all, scratch, variables, input);
    }
}
