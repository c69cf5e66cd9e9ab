package parsweep.model.wasm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parsweep.model.ModelDescription;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.space.ValueType;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/**
 * How the parameters and outputs of a manifest are arguments and results of a module's functions:
 *
 * <ul>
 *   <li>Functions take all parameters in the order of the manifest, or none. A real is an {@code f64}, an integer an
 *       {@code i64} or {@code i32}, a boolean an {@code i32}, a text the {@code i32} position among its choices, from 0.
 *   <li>The {@code function} of the manifest, or {@code run} if it is exported, is called first. Its results are the
 *       single outputs, in their order.
 *   <li>If it has no results, or is not there, every single output is the result of the function of its name.
 *   <li>An array is {@code f64}s at an address of the memory, an {@code i32}: the result of the function of its name, or
 *       the value of the global of its name. It is as long as the manifest says; if it varies, as the function
 *       {@code <name>_length} says, an {@code i32}.
 * </ul>
 *
 * Immutable.
 */
final class Abi {
    private static final String LENGTH = "_length";

    /** What is called first if the manifest names no other function. */
    private static final String RUN = "run";

    private final ModelDescription description;
    private final Exports exports;
    private final Exports.@Nullable Function run;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final boolean[] narrow; // parameters that some function takes as i32

    /**
     * @param run the name of the function that is called first; null for {@code run}, if it is exported
     * @throws InvalidModule if the module does not fit its manifest
     */
    Abi(ModelDescription description, @Nullable String run, Exports exports) {
        this.description = description;
        this.exports = exports;
        this.run = run == null ? exports.function(RUN) : exported(run);
        this.narrow = new boolean[description.parameters().size()];
        description.parameters().forEach(Abi::requirePassable);
        List<Output> singles = description.outputs().stream()
                .filter(output -> !output.shape().isArray())
                .toList();
        List<Delivery> ofRun = this.run == null ? List.of() : resultsOf(this.run, singles);
        int result = 0;
        for (Output output : description.outputs()) {
            if (output.shape().isArray()) {
                deliveries.add(array(output));
            } else if (!ofRun.isEmpty()) {
                deliveries.add(ofRun.get(result++));
            } else {
                Exports.Function function = function(output.name());
                requireResults(function, List.of(output), "");
                deliveries.add(new Delivery.Value(function, output.type()));
            }
        }
    }

    private static void requirePassable(Parameter parameter) {
        if (parameter.type() == ValueType.TEXT && parameter.choices().isEmpty()) {
            throw new InvalidModule(
                    "parameter '%s' is a text without choices".formatted(parameter.name()),
                    "choices, whose position is what the module is given");
        }
    }

    /** The outputs that the first function returns; none if it returns nothing. */
    private List<Delivery> resultsOf(Exports.Function first, List<Output> singles) {
        requireParameters(first);
        List<Delivery> results = new ArrayList<>();
        if (!first.type().returns().isEmpty()) {
            requireResults(first, singles, ", or none");
            for (Output output : singles) {
                results.add(new Delivery.Result(results.size(), output.type(), first));
            }
        }
        return results;
    }

    private Exports.Function function(String name) {
        Exports.Function function = exported(name);
        requireParameters(function);
        return function;
    }

    private Exports.Function exported(String name) {
        Exports.Function function = exports.function(name);
        if (function == null) {
            throw new InvalidModule(
                    "no function '%s' is exported, but %s".formatted(name, exports.functionNames()),
                    "a function for every output, or 'run', which returns the single ones, or another that the manifest names");
        }
        return function;
    }

    private void requireParameters(Exports.Function function) {
        List<Parameter> parameters = description.parameters();
        List<ValType> arguments = function.type().params();
        boolean fits = arguments.isEmpty() || arguments.size() == parameters.size();
        for (int i = 0; fits && i < arguments.size(); i++) {
            fits = accepts(arguments.get(i), parameters.get(i).type());
            narrow[i] |= arguments.get(i).equals(ValType.I32);
        }
        if (!fits) {
            throw new InvalidModule(
                    "function '%s' is of type %s".formatted(function.name(), words(function.type())),
                    "no parameters, or "
                            + parameters.stream()
                                    .map(parameter -> words(parameter.type()) + " " + parameter.name())
                                    .toList());
        }
    }

    private static void requireResults(Exports.Function function, List<Output> outputs, String otherwise) {
        List<ValType> results = function.type().returns();
        boolean fits = results.size() == outputs.size();
        for (int i = 0; fits && i < results.size(); i++) {
            ValueType type = outputs.get(i).type();
            fits = type != ValueType.TEXT && accepts(results.get(i), type);
        }
        if (!fits) {
            throw new InvalidModule(
                    "function '%s' is of type %s".formatted(function.name(), words(function.type())),
                    "results "
                            + outputs.stream()
                                    .map(output -> (output.type() == ValueType.TEXT
                                                    ? "(texts cannot be outputs)"
                                                    : words(output.type()))
                                            + " " + output.name())
                                    .toList()
                            + otherwise);
        }
    }

    private static boolean accepts(ValType type, ValueType value) {
        return switch (value) {
            case REAL -> type.equals(ValType.F64);
            case INTEGER -> type.equals(ValType.I64) || type.equals(ValType.I32);
            case BOOLEAN, TEXT -> type.equals(ValType.I32);
        };
    }

    private static String words(ValueType type) {
        return switch (type) {
            case REAL -> "f64";
            case INTEGER -> "i64 or i32";
            case BOOLEAN, TEXT -> "i32";
        };
    }

    private static String words(FunctionType type) {
        return "%s -> %s"
                .formatted(type.params(), type.returns())
                .replaceAll("[A-Za-z]*\\.", "")
                .toLowerCase(Locale.ROOT);
    }

    private Delivery array(Output output) {
        String name = output.name();
        if (!exports.hasMemory()) {
            throw new InvalidModule("array '%s' of a module without memory".formatted(name), "a memory");
        }
        Exports.Variable variable = exports.variable(name);
        Exports.Function address = variable == null ? function(name) : null;
        ValType type = variable == null ? null : variable.type();
        if (address != null) {
            requireIndex(address);
        } else if (!ValType.I32.equals(type)) {
            throw new InvalidModule("global '%s' is of type %s".formatted(name, type), "an address, i32");
        }
        String lengthParameter = output.shape().lengthParameter();
        if (lengthParameter != null) {
            return new Delivery.Array(
                    name, variable, address, Parameter.slot(description.parameters(), lengthParameter), null);
        }
        Exports.Function length = function(name + LENGTH);
        requireIndex(length);
        return new Delivery.Array(name, variable, address, -1, length);
    }

    private static void requireIndex(Exports.Function function) {
        if (!function.type().returns().equals(List.of(ValType.I32))) {
            throw new InvalidModule(
                    "function '%s' is of type %s".formatted(function.name(), words(function.type())), "a result i32");
        }
    }

    /** The function that is called first; null if there is none. */
    Exports.@Nullable Function run() {
        return run;
    }

    /** How each output is delivered, in the order of the manifest. */
    List<Delivery> deliveries() {
        return deliveries;
    }

    List<Parameter> parameters() {
        return description.parameters();
    }

    /** Whether some function takes a parameter as i32. */
    boolean isNarrow(int parameter) {
        return narrow[parameter];
    }
}
