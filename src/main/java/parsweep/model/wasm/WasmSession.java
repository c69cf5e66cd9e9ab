package parsweep.model.wasm;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parsweep.model.ModelException;
import parsweep.model.Outputs;
import parsweep.model.Parameter;
import parsweep.model.Point;
import parsweep.model.Session;
import run.endive.runtime.Instance;

/** An instance of a module. Thread-confined. */
final class WasmSession implements Session {
    private final CompiledModule module;
    private final Abi abi;
    private final HostFunctions host = new HostFunctions();
    private final long[] arguments;
    private double[] buffer = {};
    private @Nullable Instance instance; // null if the next point needs a new one
    private boolean used;

    WasmSession(CompiledModule module, Abi abi) {
        this.module = module;
        this.abi = abi;
        arguments = new long[abi.parameters().size()];
    }

    @Override
    public void run(Point point, Outputs outputs) throws ModelException, InterruptedException {
        host.enter(point);
        pass(point);
        Frame frame = new Frame(ready(), point, arguments, buffer);
        Exports.Function first = abi.run();
        if (first != null) {
            frame.setResults(frame.call(first));
        }
        List<Delivery> deliveries = abi.deliveries();
        for (int slot = 0; slot < deliveries.size(); slot++) {
            deliveries.get(slot).deliver(frame, slot, outputs);
        }
        buffer = frame.buffer(0);
    }

    /** The instance, in the state from which points start. */
    private Instance ready() {
        Instance ready = instance;
        if (ready == null || (used && !module.reset(ready))) {
            ready = module.instantiate(host);
            instance = ready;
        }
        used = true;
        return ready;
    }

    private void pass(Point point) throws ModelException {
        List<Parameter> parameters = abi.parameters();
        for (int slot = 0; slot < arguments.length; slot++) {
            Parameter parameter = parameters.get(slot);
            arguments[slot] = switch (parameter.type()) {
                case REAL -> Double.doubleToRawLongBits(point.real(slot));
                case INTEGER -> integer(parameter, slot, point.integer(slot));
                case BOOLEAN -> point.flag(slot) ? 1 : 0;
                case TEXT -> parameter.choices().indexOf(point.text(slot));
            };
        }
    }

    private long integer(Parameter parameter, int slot, long value) throws ModelException {
        if (abi.isNarrow(slot) && value != (int) value) {
            throw new ModelException("%s = %d (expected: a number of 32 bits, as the module takes it)"
                    .formatted(parameter.name(), value));
        }
        return value;
    }
}
