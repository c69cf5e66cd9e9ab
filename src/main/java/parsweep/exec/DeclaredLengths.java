package parsweep.exec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parsweep.model.ModelDescription;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.model.Point;
import parsweep.outcome.OutcomeBuilder;

/** The arrays of a model that are as long as a parameter says. Immutable. */
final class DeclaredLengths {
    private record Length(int output, String outputName, int parameter, String parameterName) {}

    private final List<Length> lengths = new ArrayList<>();

    DeclaredLengths(ModelDescription model) {
        List<String> parameters =
                model.parameters().stream().map(Parameter::name).toList();
        for (int slot = 0; slot < model.outputs().size(); slot++) {
            Output output = model.outputs().get(slot);
            String parameter = output.shape().lengthParameter();
            if (parameter != null) {
                lengths.add(new Length(slot, output.name(), parameters.indexOf(parameter), parameter));
            }
        }
    }

    /** What is wrong with the arrays that a point has set; null if nothing. */
    @Nullable
    String fault(Point point, OutcomeBuilder outputs) {
        for (int i = 0; i < lengths.size(); i++) {
            Length length = lengths.get(i);
            int elements = outputs.length(length.output());
            long declared = point.integer(length.parameter());
            if (elements >= 0 && elements != declared) {
                return "output '%s' has %d values (expected: %d, as parameter '%s' says)"
                        .formatted(length.outputName(), elements, declared, length.parameterName());
            }
        }
        return null;
    }
}
