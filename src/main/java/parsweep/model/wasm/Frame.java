package parsweep.model.wasm;

import parsweep.model.ModelException;
import parsweep.model.Point;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.runtime.WasmInterruptedException;

/** A point while it runs in an instance: its arguments, and what the first function returned. Thread-confined, reused. */
final class Frame {
    private static final long[] NOTHING = {};

    private final Instance instance;
    private final Point point;
    private final long[] arguments;
    private long[] results = NOTHING;
    private double[] buffer;

    /** @param buffer of arrays, as large as it has grown so far */
    Frame(Instance instance, Point point, long[] arguments, double[] buffer) {
        this.instance = instance;
        this.point = point;
        this.arguments = arguments;
        this.buffer = buffer;
    }

    /**
     * Calls a function with the arguments of the point, or with none if it takes none.
     *
     * @throws ModelException if it traps, in whatever way
     * @throws InterruptedException if the thread was interrupted
     */
    long[] call(Exports.Function function) throws ModelException, InterruptedException {
        try {
            return instance.getMachine().call(function.index(), function.takesNothing() ? NOTHING : arguments);
        } catch (WasmInterruptedException e) {
            throw new InterruptedException(e.getMessage());
        } catch (RuntimeException | StackOverflowError e) { // Endive has exceptions of its own, but also throws Java's
            String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new ModelException(message, e);
        }
    }

    void setResults(long[] newResults) {
        results = newResults;
    }

    long[] results() {
        return results;
    }

    long global(Exports.Variable variable) {
        return instance.global(variable.index()).getValue();
    }

    Memory memory() {
        return instance.memory();
    }

    Point point() {
        return point;
    }

    double[] buffer(int length) {
        if (buffer.length < length) {
            buffer = new double[Math.max(length, 2 * buffer.length)];
        }
        return buffer;
    }
}
