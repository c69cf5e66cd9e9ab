package parsweep.model.wasm;

import parsweep.model.Point;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;

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

    long[] call(Exports.Function function) {
        return instance.getMachine().call(function.index(), function.takesNothing() ? NOTHING : arguments);
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
