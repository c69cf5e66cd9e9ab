package parsweep.sweep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sweep whose row is locked by the current transaction, and what may be changed on it. */
public interface LockedSweep {
    long id();

    SweepState state();

    long size();

    double weight();

    int maxParallelism();

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
