package parsweep.sweep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parsweep.outcome.Fingerprint;

/** The row of a running sweep, without a database. */
final class FakeSweep implements LockedSweep {
    private final long size;
    private final double weight;
    private final int maxParallelism;
    private long nextIndex;
    private double clock;
    private Tally folded = Tally.NONE;

    FakeSweep(long size, double weight, int maxParallelism) {
        this.size = size;
        this.weight = weight;
        this.maxParallelism = maxParallelism;
    }

    /** Points that took so long. */
    static Tally points(long count, double seconds) {
        return new Tally(count, 0, seconds, 0, Fingerprint.NONE);
    }

    @Override
    public long id() {
        return 1;
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
    public double weight() {
        return weight;
    }

    @Override
    public int maxParallelism() {
        return maxParallelism;
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
