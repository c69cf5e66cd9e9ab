package parsweep.web;

import java.util.List;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.ModelException;
import parsweep.model.Output;
import parsweep.model.Outputs;
import parsweep.model.Parameter;
import parsweep.model.Point;
import parsweep.model.Session;

/** A model named {@code lab} whose points do what the test says at the time, then answer ten times their x, or another multiple. */
public final class LabModel implements Model {
    /** What a point does; by default nothing. */
    public interface Experiment {
        void run(long x, Point point) throws ModelException, InterruptedException;
    }

    private volatile Experiment experiment = (x, point) -> {};
    private volatile double factor = 10;

    public void setExperiment(Experiment newExperiment) {
        experiment = newExperiment;
    }

    public void setFactor(double newFactor) {
        factor = newFactor;
    }

    @Override
    public ModelDescription description() {
        return new ModelDescription(
                "lab",
                "1",
                "whatever a test needs",
                "a test",
                List.of(Parameter.integer("x", "", "")),
                List.of(Output.real("y", "", "")));
    }

    @Override
    public Session open() {
        return (point, outputs) -> run(point, outputs);
    }

    private void run(Point point, Outputs outputs) throws ModelException, InterruptedException {
        experiment.run(point.integer(0), point);
        outputs.real(0, factor * point.integer(0));
    }
}
