package parsweep.exec;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parsweep.model.Model;
import parsweep.model.Parameter;
import parsweep.space.Space;
import parsweep.space.Values;

/** A parameter that a formula of the space computes: whether a value suits it is known point by point only. */
record DerivedParameter(Parameter parameter, int slot) {
    static List<DerivedParameter> of(Model model, Space space) {
        List<Parameter> parameters = model.description().parameters();
        return IntStream.range(0, parameters.size())
                .mapToObj(slot -> new DerivedParameter(parameters.get(slot), slot))
                .filter(derived -> space.derived().contains(derived.parameter().name()))
                .toList();
    }

    /** Why the value of a point does not suit; null if it does. */
    @Nullable
    String fault(Values values) {
        double value = values.real(slot);
        return parameter.accepts(value)
                ? null
                : "derived parameter '%s' is %s (expected: %s)"
                        .formatted(parameter.name(), value, parameter.expected());
    }
}
