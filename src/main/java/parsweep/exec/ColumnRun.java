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

    private final Plan plan;
    private final Values values;
    private final double[][] parameters;
    private final double[][] outputs;
    private final int capacity;
    private int count;

    ColumnRun(Plan plan) {
        this.plan = plan;
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
     * Reads points from an index on, until the columns are full or a point is excluded.
     *
     * @return their number, at least 1
     */
    int read(long first, long end) {
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
        return count;
    }

    /** Computes the points that were read; false if something is wrong with one, which shows when they run by themselves. */
    boolean compute(ColumnSession session) {
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

    /** Ends their rows. */
    void finish(long first, double seconds, OutcomeBuilder builder) {
        double each = seconds / count;
        for (int i = 0; i < count; i++) {
            for (int slot = 0; slot < outputs.length; slot++) {
                builder.real(slot, outputs[slot][i]);
            }
            builder.done(first + i, each);
        }
    }
}
