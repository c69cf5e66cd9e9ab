package parsweep.model.program.worker;

import java.io.IOException;
import java.util.List;
import parsweep.model.Output;
import parsweep.model.Outputs;

/** Points of {@code parsweep_worker.py} that have succeeded, taken one by one: a frame with columns of numbers. */
final class PythonBatch {
    private final List<Output> outputs;
    private int times; // where they begin; each is that of some points together
    private int counts; // where it begins how many points these are
    private int values;
    private int size;
    private int row;
    private int time; // number of the next
    private int sharing; // points from the next on that share the last time
    private double seconds;

    PythonBatch(List<Output> outputs) {
        this.outputs = outputs;
    }

    boolean isEmpty() {
        return row == size;
    }

    /**
     * Waits for a batch.
     *
     * @param points at least 1
     */
    void take(Answers answers, int points) throws IOException, InterruptedException {
        int timed = answers.int32(answers.take(Integer.BYTES));
        long bytesOfTimes = (long) timed * (Double.BYTES + Integer.BYTES);
        long bytes = bytesOfTimes + (long) points * outputs.size() * Double.BYTES;
        times = answers.take((int) Math.min(bytes, Integer.MAX_VALUE));
        counts = times + timed * Double.BYTES;
        values = times + (int) bytesOfTimes;
        size = points;
        row = 0;
        time = 0;
        sharing = 0;
    }

    /** Sets the outputs of the next point; the batch must not be empty. */
    void next(Answers answers, Outputs target) {
        if (sharing == 0) {
            sharing = answers.int32(counts + time * Integer.BYTES);
            seconds = answers.real(times + time * Double.BYTES) / sharing;
            time++;
        }
        sharing--;
        int at = values + row++ * Double.BYTES;
        target.took(seconds);
        for (int slot = 0; slot < outputs.size(); slot++) {
            switch (outputs.get(slot).type()) {
                case REAL -> target.real(slot, answers.real(at));
                case INTEGER -> target.integer(slot, answers.int64(at));
                default -> throw new IllegalStateException("no output of a batch: " + outputs.get(slot));
            }
            at += size * Double.BYTES;
        }
    }

    /** What the point took whose outputs were set last. */
    double seconds() {
        return seconds;
    }
}
