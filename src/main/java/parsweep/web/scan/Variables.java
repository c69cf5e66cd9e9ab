package parsweep.web.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.space.ValueType;
import parsweep.sweep.SweepResults;
import parsweep.web.BadRequest;
import parsweep.web.scan.ArrayElement.Reduction;

/** Finds the variables of a sweep by the names that stand in requests. */
public final class Variables {
    private final SweepResults results;

    public Variables(SweepResults results) {
        this.results = results;
    }

    /**
     * A parameter, of any type, or {@code replicate}.
     *
     * @param field of the request that names it
     * @throws BadRequest if there is no such parameter
     */
    public Variable parameter(String field, String name) {
        if (name.equals("replicate")) {
            return new Variable.Replicate();
        }
        return findParameter(name)
                .orElseThrow(() -> BadRequest.parameter(
                        field, name, "replicate, or one of the parameters " + String.join(", ", names(parameters()))));
    }

    /** The parameters that the space gives values, in the order of the model; {@code replicate} is none of them. */
    public List<Variable> swept() {
        return parameters().stream()
                .filter(parameter -> results.isSwept(parameter.name()))
                .map(parameter -> findParameter(parameter.name()).orElseThrow())
                .toList();
    }

    /**
     * A number that outputs give.
     *
     * @param name of an output that is no text, with {@code .element} behind that of an array; null if there is only one
     * @param element of an array, if the name does not say which; null for the mean
     * @throws BadRequest if there is no such output
     */
    public Variable output(@Nullable String name, @Nullable String element) {
        if (name == null || name.isBlank()) {
            List<String> numeric = numericOutputs();
            if (numeric.size() != 1) {
                throw BadRequest.parameter("output", "", "one of " + String.join(", ", numeric));
            }
            return output(numeric.get(0), element);
        }
        return findOutput(name, element)
                .orElseThrow(
                        () -> BadRequest.parameter("output", name, "one of " + String.join(", ", numericOutputs())));
    }

    /** All numbers that outputs give: all but texts; arrays by that element. */
    public List<Variable> outputs(@Nullable String element) {
        return numericOutputs().stream().map(name -> output(name, element)).toList();
    }

    /**
     * Numbers that outputs give, several of a point if all elements of an array are asked for.
     *
     * @param names of outputs; all but texts if there are none
     * @param element of arrays, {@link ArrayElement#ALL} of them, or null for the mean
     * @throws BadRequest if there is no such output
     */
    public List<Variable> distributions(List<String> names, @Nullable String element) {
        return (names.isEmpty() ? numericOutputs() : names)
                .stream().map(name -> distribution(name, element)).toList();
    }

    private Variable distribution(String name, @Nullable String element) {
        List<Output> outputs = results.outputs();
        return IntStream.range(0, ArrayElement.ALL.equals(element) ? outputs.size() : 0)
                .filter(slot -> outputs.get(slot).name().equals(name)
                        && outputs.get(slot).shape().isArray())
                .boxed()
                .findFirst()
                .<Variable>map(slot -> new Variable.OfElements(outputs.get(slot), slot))
                .orElseGet(() -> output(name, element));
    }

    /**
     * Any number that rows have.
     *
     * @param field of the request that names it
     * @throws BadRequest if there is no such number
     */
    public Variable number(String field, String name) {
        return Stream.of(new Variable.Index(), new Variable.Replicate())
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .or(() -> findParameter(name).filter(variable -> variable.type() != ValueType.TEXT))
                .or(() -> findOutput(name, null))
                .orElseThrow(() -> BadRequest.parameter(
                        field,
                        name,
                        "index, replicate, or a parameter or output that is a number: "
                                + String.join(", ", numbers())));
    }

    /** All numbers that rows have and formulas can name. */
    List<Variable> scalars() {
        List<Variable> scalars = new ArrayList<>(
                List.of(new Variable.Index(), new Variable.Replicate(), new Variable.Seed(), new Variable.Seconds()));
        parameters().stream()
                .filter(parameter -> parameter.type() != ValueType.TEXT)
                .forEach(
                        parameter -> scalars.add(findParameter(parameter.name()).orElseThrow()));
        results.outputs().stream()
                .filter(output ->
                        output.type() != ValueType.TEXT && !output.shape().isArray())
                .forEach(output -> scalars.add(findOutput(output.name(), null).orElseThrow()));
        return scalars;
    }

    private List<Parameter> parameters() {
        return results.model().parameters();
    }

    private Optional<Variable> findParameter(String name) {
        List<Parameter> parameters = parameters();
        return IntStream.range(0, parameters.size())
                .filter(slot -> parameters.get(slot).name().equals(name))
                .boxed()
                .findFirst()
                .map(slot -> parameters.get(slot).type() == ValueType.TEXT
                        ? new Variable.OfText(parameters.get(slot), slot)
                        : new Variable.OfParameter(parameters.get(slot), slot));
    }

    private Optional<Variable> findOutput(String name, @Nullable String element) {
        int dot = name.indexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        List<Output> outputs = results.outputs();
        return IntStream.range(0, outputs.size())
                .filter(slot -> outputs.get(slot).name().equals(base))
                .filter(slot -> outputs.get(slot).type() != ValueType.TEXT)
                .boxed()
                .findFirst()
                .filter(slot -> dot < 0 || outputs.get(slot).shape().isArray())
                .map(slot -> output(outputs.get(slot), slot, dot < 0 ? element : name.substring(dot + 1)));
    }

    private static Variable output(Output output, int slot, @Nullable String element) {
        if (!output.shape().isArray()) {
            return new Variable.OfOutput(output, slot);
        }
        if (element == null || element.isBlank()) {
            return new Variable.OfArray(output, slot, Reduction.MEAN);
        }
        ArrayElement parsed = ArrayElement.parse(element)
                .orElseThrow(() -> BadRequest.parameter("element", element, ArrayElement.EXPECTED));
        return new Variable.OfArray(output, slot, parsed);
    }

    private List<String> numericOutputs() {
        return results.outputs().stream()
                .filter(output -> output.type() != ValueType.TEXT)
                .map(Output::name)
                .toList();
    }

    private List<String> numbers() {
        List<String> arrays = results.outputs().stream()
                .filter(output -> output.shape().isArray())
                .map(output -> output.name() + ".mean")
                .toList();
        return Stream.concat(scalars().stream().skip(4).map(Variable::name), arrays.stream())
                .toList();
    }

    private static List<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }
}
