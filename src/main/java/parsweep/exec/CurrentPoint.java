package parsweep.exec;

import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import parsweep.model.Point;
import parsweep.random.PointStream;
import parsweep.space.Values;

/** The point that a session thread computes right now; reused from point to point, confined to that thread. */
final class CurrentPoint implements Point {
    private final Plan plan;
    private final Values values;
    private long index;
    private @Nullable UniformRandomProvider random;

    CurrentPoint(Plan plan) {
        this.plan = plan;
        this.values = plan.newValues();
    }

    void moveTo(long newIndex) {
        index = newIndex;
        random = null;
        plan.read(newIndex, values);
    }

    /** Whether a constraint excludes an index; the point is no longer where it was. */
    boolean isExcluded(long other) {
        plan.read(other, values);
        return values.isExcluded();
    }

    /** Whether a constraint excludes the point. */
    boolean isExcluded() {
        return values.isExcluded();
    }

    /** What is wrong with the values of the point; null if nothing is. */
    @Nullable
    String fault() {
        return plan.fault(values);
    }

    @Override
    public double real(int slot) {
        return values.real(slot);
    }

    @Override
    public long integer(int slot) {
        return values.integer(slot);
    }

    @Override
    public String text(int slot) {
        return values.text(slot);
    }

    @Override
    public boolean flag(int slot) {
        return values.flag(slot);
    }

    @Override
    public UniformRandomProvider random() {
        UniformRandomProvider result = random;
        if (result == null) {
            result = PointStream.of(plan.seed(), index);
            random = result;
        }
        return result;
    }

    @Override
    public long index() {
        return index;
    }

    @Override
    public long sweepSeed() {
        return plan.seed();
    }

    @Override
    public long seed() {
        return PointStream.seed(plan.seed(), index);
    }

    /** The watcher interrupts the thread; the flag stays set for whoever looks next. */
    @Override
    public void checkCancelled() throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("point %d was stopped".formatted(index));
        }
    }
}
