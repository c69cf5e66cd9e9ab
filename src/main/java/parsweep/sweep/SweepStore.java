package parsweep.sweep;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where sweeps are kept. Calls join the caller's transaction; those that say so need one. */
public interface SweepStore {
    /** Inserts a sweep in state QUEUED and returns its id. */
    long insert(NewSweep sweep);

    Optional<Sweep> find(long id);

    /**
     * The definition of a sweep as it was submitted, and extended.
     *
     * @throws java.util.NoSuchElementException if there is no such sweep
     */
    String definition(long id);

    /** Replaces the definition by an extended one; needs the lock of the sweep. */
    void setDefinition(long id, String json);

    /** Newest first. */
    List<Sweep> list(SweepFilter filter, int offset, int limit);

    long count(SweepFilter filter);

    /** Locks the row of a sweep until the transaction ends; needs one. */
    Optional<LockedSweep> lock(long id);

    /** Deletes a sweep, its shards and up to {@code maxBlocks} of its blocks; false if blocks are left. */
    boolean delete(long id, int maxBlocks);

    /** Makes what has been committed survive a crash of the process, where the database does not do so by itself. */
    void sync();

    /**
     * What is inserted for a new sweep.
     *
     * @param retention how long it is kept when it is over; null for ever
     */
    record NewSweep(
            String name,
            String model,
            String modelVersion,
            String definition,
            long size,
            double priority,
            int maxParallelism,
            @Nullable Duration retention) {}

    /**
     * Which sweeps to list; a null takes all.
     *
     * @param text part of the name or the model, in any case
     */
    record SweepFilter(
            @Nullable SweepState state,
            @Nullable String model,
            @Nullable String text) {}
}
