package parsweep.sweep.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sweep whose row is locked by the current transaction, and what may be changed on it. */
public interface LockedSweep {
    long id();

    SweepState state();

    /** Of the model that it began with. */
    String modelVersion();

    /** Whether a point has ever been started. */
    boolean isStarted();

    /** When it is to be deleted; null if it is kept, or not over. */
    @Nullable
    Instant expiresAt();

    /** Number of indices. */
    long size();

    /** Appends indices. */
    void setSize(long size);

    /** Its weight when sweeps compete: see {@link FairShare}. */
    double priority();

    void setPriority(double priority);

    int maxParallelism();

    void setMaxParallelism(int maxParallelism);

    /** What is left to do in indices that were carved once before; null if there are none. */
    @Nullable
    Refill refill();

    void setRefill(@Nullable Refill refill);

    /** The first index that no shard has been carved for. */
    long nextIndex();

    void setNextIndex(long index);

    /** The sweep's clock: see {@link FairShare}. */
    double clock();

    void setClock(double clock);

    /** What finished shards came to. */
    Tally folded();

    void fold(Tally tally);

    /**
     * Changes the state and notes the time.
     *
     * @param message why it failed, or null
     * @throws SweepException if there is no way from here to there
     */
    void become(SweepState next, Instant now, @Nullable String message);
}
