package parsweep.model.formula;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import parsweep.formula.Formula;
import parsweep.model.Parameter;

/** A model of formulas as a Python module, with a function {@code simulate} from parameters to outputs. */
public final class PythonModule {
    /** What a variable of the function cannot be called: Python's keywords, and what the module needs itself. */
    private static final Set<String> TAKEN =
            Set.of(("False None True and as assert async await break class continue def"
                            + " del elif else except finally for from global if import in is lambda nonlocal not or pass raise"
                            + " return try while with yield math builtins div float point row simulate")
                    .split(" "));

    private PythonModule() {}

    /**
     * The text of the module.
     *
     * @param texts the formula of each output, as {@link FormulaModel} takes them
     * @throws IllegalArgumentException if they make no model
     */
    public static String of(Map<String, String> texts) {
        FormulaModel model = new FormulaModel(texts);
        List<String> parameters =
                model.description().parameters().stream().map(Parameter::name).toList();
        Map<String, String> names = names(parameters, texts.keySet());
        String temporary = free("part", names.values());

        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("");
        lines.add("def simulate(point, row=None):");
        parameters.forEach(name -> lines.add("    %s = point[\"%s\"]".formatted(names.get(name), name)));
        texts.forEach((output, text) -> {
            lines.add("    # " + output + " = " + comment(text));
            Formula.parse(text)
                    .python(names.getOrDefault(output, output), name -> names.getOrDefault(name, name), temporary)
                    .forEach(statement -> lines.add("    " + statement));
        });
        lines.add(texts.keySet().stream()
                .map(output -> "\"%s\": %s".formatted(output, names.get(output)))
                .collect(Collectors.joining(", ", "    return {", "}")));
        lines.add("");
        return functions() + String.join("\n", lines);
    }

    private static Map<String, String> names(List<String> parameters, Set<String> outputs) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> used = new HashSet<>(parameters);
        used.addAll(outputs);
        List<String> all = new ArrayList<>(parameters);
        all.addAll(outputs);
        for (String name : all) {
            String python = name;
            while (TAKEN.contains(python) || (!python.equals(name) && used.contains(python))) {
                python += "_";
            }
            used.add(python);
            names.put(name, python);
        }
        return names;
    }

    /** A beginning that no name has. */
    private static String free(String beginning, Iterable<String> names) {
        for (String name : names) {
            if (name.startsWith(beginning)) {
                return free(beginning + "_", names);
            }
        }
        return beginning;
    }

    /** In one line, so that nothing of it is code. */
    private static String comment(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ");
    }

    private static String functions() {
        try (InputStream file = Objects.requireNonNull(PythonModule.class.getResourceAsStream("functions.py"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
