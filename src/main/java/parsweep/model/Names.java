package parsweep.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What parameters and outputs may be called: identifiers that every format and language can hold as a column. */
public final class Names {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    /** The columns that every result has beside parameters and outputs. */
    private static final Set<String> RESERVED = Set.of("index", "replicate", "seed", "status", "seconds", "error");

    private Names() {}

    static void requireValid(List<Parameter> parameters, List<Output> outputs) {
        List<String> names = Stream.concat(
                        parameters.stream().map(Parameter::name),
                        outputs.stream().map(Output::name))
                .toList();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            requireValid(name);
            if (names.indexOf(name) != i) {
                throw new IllegalArgumentException("name '%s' twice (expected: distinct names)".formatted(name));
            }
        }
    }

    /**
     * Checks a name.
     *
     * @throws IllegalArgumentException if neither a parameter nor an output may be called so
     */
    public static void requireValid(String name) {
        if (!IDENTIFIER.matcher(name).matches() || RESERVED.contains(name)) {
            throw new IllegalArgumentException("name '%s' (expected: %s, and none of %s)"
                    .formatted(name, IDENTIFIER, RESERVED.stream().sorted().toList()));
        }
    }
}
