package parsweep.sweep.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parsweep.outcome.Fingerprint;

/** The row of a running sweep, without a database. */
public final class FakeSweep implements LockedSweep {
    private long size;
    private double priority;
    private int maxParallelism;
    private long nextIndex;
    private double clock;
    private @Nullable Refill refill;
    private Tally folded = Tally.NONE;

    public FakeSweep(long size, double priority, int maxParallelism) {
        this.size = size;
        this.priority = priority;
        this.maxParallelism = maxParallelism;
    }

    /** Points that took so long. */
    public static Tally points(long count, double seconds) {
        return new Tally(count, 0, 0, seconds, 0, Fingerprint.NONE);
    }

    @Override
    public long id() {
        return 1;
    }

    @Override
    public String modelVersion() {
        return "1";
    }

    @Override
    public SweepState state() {
        return SweepState.RUNNING;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public @Nullable Instant expiresAt() {
        return null;
    }

    @Override
    public double priority() {
        return priority;
    }

    @Override
    public int maxParallelism() {
        return maxParallelism;
    }

    @Override
    public boolean isStarted() {
        return true;
    }

    @Override
    public void setSize(long newSize) {
        size = newSize;
    }

    @Override
    public void setPriority(double newPriority) {
        priority = newPriority;
    }

    @Override
    public void setMaxParallelism(int newMaxParallelism) {
        maxParallelism = newMaxParallelism;
    }

    @Override
    public @Nullable Refill refill() {
        return refill;
    }

    @Override
    public void setRefill(@Nullable Refill newRefill) {
        refill = newRefill;
    }

    @Override
    public long nextIndex() {
        return nextIndex;
    }

    @Override
    public void setNextIndex(long index) {
        nextIndex = index;
    }

    @Override
    public double clock() {
        return clock;
    }

    @Override
    public void setClock(double clock) {
        this.clock = clock;
    }

    @Override
    public Tally folded() {
        return folded;
    }

    @Override
    public void fold(Tally tally) {
        folded = folded.plus(tally);
    }

    @Override
    public void become(SweepState next, Instant now, @Nullable String message) {
        throw new UnsupportedOperationException();
    }
}
