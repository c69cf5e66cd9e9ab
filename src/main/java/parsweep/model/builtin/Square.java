package parsweep.model.builtin;

import java.util.List;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.model.Session;

/** {@code y = x^2}: the cheapest point there is, for trying things out and for measuring the service itself. */
final class Square implements Model {
    private static final ModelDescription DESCRIPTION = new ModelDescription(
            "square",
            "1",
            "The square of x: the cheapest point there is",
            "y = x^2",
            List.of(Parameter.real("x", "", "any number")),
            List.of(Output.real("y", "", "x squared")));

    @Override
    public ModelDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Session open() {
        return (point, outputs) -> {
            double x = point.real(0);
            outputs.real(0, x * x);
        };
    }
}
