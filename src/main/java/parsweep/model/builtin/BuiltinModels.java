package parsweep.model.builtin;

import java.util.List;
import parsweep.model.Model;

/** All built-in models. */
public final class BuiltinModels {
    private BuiltinModels() {}

    public static List<Model> all() {
        return List.of(
                new Square(),
                new LinearSeries(),
                new WormlikeChain(),
                new SirEpidemic(),
                new LogisticMap(),
                new LotkaVolterra(),
                new BlackScholesMonteCarlo(),
                new Ising2d(),
                new MmcQueue());
    }
}
