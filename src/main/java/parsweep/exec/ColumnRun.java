package parsweep.exec;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parsweep.model.ColumnSession;
import parsweep.model.Output;
import parsweep.outcome.OutcomeBuilder;
import parsweep.space.ValueType;
import parsweep.space.Values;

/**
 * Runs of points as columns, for sessions that can compute them so. What belongs to each point otherwise (two looks at
 * the clock, a gate, some calls) belongs to the run; the time of a run is divided evenly. Confined to a session thread.
 */
final class ColumnRun {
    private static final Logger LOG = LoggerFactory.getLogger(ColumnRun.class);

    /** Enough to make what belongs to a run vanish, and little enough for the first-level cache. */
    private static final int MAX_POINTS = 512;

    /** Numbers of a run: bounds its memory, and its time if there are many formulas. */
    private static final int MAX_NUMBERS = 1 << 16;

    /** In the place of a number of points: the worker has stopped them, and the block ends before them. */
    static final int GIVEN_UP = -1;

    private final Plan plan;
    private final long end;
    private final PointGate gate;
    private final OutcomeBuilder builder;
    private final Values values;
    private final double[][] parameters;
    private final double[][] outputs;
    private final int capacity;
    private int count;
    private long byItselfUntil; // points before this index are run one by one

    /**
     * @param end the first index that is not to be computed
     */
    ColumnRun(Plan plan, long end, PointGate gate, OutcomeBuilder builder) {
        this.plan = plan;
        this.end = end;
        this.gate = gate;
        this.builder = builder;
        this.values = plan.newValues();
        int slots = values.size() + plan.model().description().outputs().size();
        this.capacity = Math.max(1, Math.min(MAX_POINTS, MAX_NUMBERS / slots));
        this.parameters = new double[values.size()][capacity];
        this.outputs = new double[slots - values.size()][capacity];
    }

    /**
     * Whether the points of a plan can be computed so: numbers only, all parameters known to suit the model, and no time
     * limit, which is one of a single point.
     */
    static boolean suits(Plan plan) {
        List<Output> outputs = plan.model().description().outputs();
        return plan.policy().timeout() == null
                && plan.space().derived().isEmpty()
                && plan.model().description().parameters().stream()
                        .noneMatch(parameter -> parameter.type() == ValueType.TEXT)
                && outputs.stream()
                        .allMatch(output -> output.type() == ValueType.REAL
                                && !output.shape().isArray());
    }

    /**
     * Computes points from one that is not excluded on, if there is a session that can.
     *
     * @return number of points that have an outcome now; 0 if the next is to be run by itself, as the first one is, which
     *     opens the session; {@link #GIVEN_UP}
     */
    int run(Sessions sessions, long first) {
        if (first < byItselfUntil || !(sessions.find(plan.model()) instanceof ColumnSession session)) {
            return 0;
        }
        read(first);
        long started = System.nanoTime();
        gate.begin(started);
        boolean isComputed = compute(session);
        double seconds = (System.nanoTime() - started) * 1e-9;
        boolean isStopped = !gate.end();
        if (isStopped || !isComputed) {
            sessions.discard(plan.model());
        }
        if (isStopped) { // by a cancellation, since there is no time-out of columns
            gate.acknowledge();
            return GIVEN_UP;
        }
        Thread.interrupted(); // by the model itself, as after a point
        if (!isComputed) {
            byItselfUntil = first + count;
            return 0;
        }
        finish(first, seconds / count);
        return count;
    }

    /** Reads points until the columns are full or one is excluded; at least the first. */
    private void read(long first) {
        int points = (int) Math.min(capacity, end - first);
        count = 0;
        while (count < points) {
            plan.read(first + count, values);
            if (count > 0 && values.isExcluded()) {
                break;
            }
            for (int slot = 0; slot < parameters.length; slot++) {
                parameters[slot][count] = values.real(slot);
            }
            count++;
        }
    }

    /** False if something is wrong with a point; which one it is shows when they are run by themselves. */
    private boolean compute(ColumnSession session) {
        try {
            session.run(parameters, count, outputs);
            return true;
        } catch (Exception | Error e) { // of a model, which may be anybody's, an Error tells no more than an exception
            LOG.debug(
                    "{} points of model {} are run one by one",
                    count,
                    plan.model().description().name(),
                    e);
            return false;
        }
    }

    private void finish(long first, double seconds) {
        for (int i = 0; i < count; i++) {
            for (int slot = 0; slot < outputs.length; slot++) {
                builder.real(slot, outputs[slot][i]);
            }
            builder.done(first + i, seconds);
        }
    }
}
