package parsweep.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import parsweep.outcome.Block;

/**
 * Where sweeps, shards and blocks are kept. Calls join the caller's transaction; those that say so need one.
 */
public interface SweepStore {
    // ---- sweeps

    /** Inserts a sweep in state QUEUED and returns its id. */
    long insert(NewSweep sweep);

    Optional<Sweep> find(long id);

    /**
     * The definition of a sweep as it was submitted.
     *
     * @throws java.util.NoSuchElementException if there is no such sweep
     */
    String definition(long id);

    /** Newest first. */
    List<Sweep> list(SweepFilter filter, int offset, int limit);

    long count(SweepFilter filter);

    /** Locks the row of a sweep until the transaction ends; needs one. */
    Optional<LockedSweep> lock(long id);

    /** Deletes a sweep, its shards and up to {@code maxBlocks} of its blocks; false if blocks are left. */
    boolean delete(long id, int maxBlocks);

    /** Makes what has been committed survive a crash of the process, where the database does not do so by itself. */
    void sync();

    // ---- shards

    /** Needs a transaction that holds the lock of the sweep. */
    void insertShard(Shard shard);

    Optional<Shard> findShard(long sweepId, long first);

    List<Shard> shards(long sweepId);

    /** The smallest start tag of all shards of sweeps that may run. */
    OptionalDouble virtualTime();

    /** Notes a shard's new place in the queue; needs the lock of the sweep. */
    void requeue(Shard shard, double startTag, double promisedSeconds);

    /** Moves the end of a shard; needs the lock of the sweep. */
    void setEnd(Shard shard, long end);

    /**
     * Deletes a shard and returns what it came to.
     *
     * @return empty if the shard is gone: somebody else finished it
     */
    Optional<Tally> removeShard(long sweepId, long first);

    // ---- blocks

    /**
     * Stores the next block of a shard and moves the shard on, in one transaction.
     *
     * @return false if the shard is gone or no longer at the block's first index: another worker has it
     */
    boolean append(Shard shard, Block block);

    /** The first block that ends after {@code index}. */
    @Nullable
    StoredBlock nextBlock(long sweepId, long index);

    /** Number of points in the blocks stored since then. */
    long finishedSince(long sweepId, Instant since);

    /** One past the last index that any block holds; 0 if there is no block. */
    long committedEnd(long sweepId);

    /** A block as stored. */
    @SuppressWarnings("ArrayRecordComponent") // passes the payload on, never compared
    record StoredBlock(long first, int count, byte[] payload) {}

    /** What is inserted for a new sweep. */
    record NewSweep(
            String name,
            String model,
            String modelVersion,
            String definition,
            long size,
            double weight,
            int maxParallelism) {}

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
