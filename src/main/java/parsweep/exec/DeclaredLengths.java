package parsweep.exec;

import java.util.ArrayList;
import java.util.List;
import parsweep.model.InvalidOutputException;
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
        for (int slot = 0; slot < model.outputs().size(); slot++) {
            Output output = model.outputs().get(slot);
            String parameter = output.shape().lengthParameter();
            if (parameter != null) {
                lengths.add(new Length(slot, output.name(), Parameter.slot(model.parameters(), parameter), parameter));
            }
        }
    }

    /**
     * Looks at the arrays that a point has set.
     *
     * @throws InvalidOutputException if one has another length
     */
    void require(Point point, OutcomeBuilder outputs) throws InvalidOutputException {
        for (int i = 0; i < lengths.size(); i++) {
            Length length = lengths.get(i);
            int elements = outputs.length(length.output());
            long declared = point.integer(length.parameter());
            if (elements >= 0 && elements != declared) {
                throw new InvalidOutputException("output '%s' has %d values (expected: %d, as parameter '%s' says)"
                        .formatted(length.outputName(), elements, declared, length.parameterName()));
            }
        }
    }
}
