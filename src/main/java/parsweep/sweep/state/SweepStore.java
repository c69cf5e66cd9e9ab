package parsweep.sweep.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where sweeps are kept. Calls join the caller's transaction; those that say so need one. */
public interface SweepStore {
    /** Inserts a sweep in state QUEUED and returns its id. */
    long insert(NewSweep sweep);

    Optional<Sweep> find(long id);

    /** The state of a sweep, without adding up what it came to: that reads all its shards. */
    Optional<SweepState> state(long id);

    /**
     * The definition of a sweep as it was submitted, and extended.
     *
     * @throws java.util.NoSuchElementException if there is no such sweep
     */
    String definition(long id);

    /** The declaration of a sweep's model, as JSON; empty of sweeps older than version 0.2. */
    Optional<String> manifest(long id);

    /** Replaces the definition by an extended one; needs the lock of the sweep. */
    void setDefinition(long id, String json);

    /** A sweep whose tally leaves out what its outstanding shards came to so far: for those who do not ask how far it is. */
    Optional<Sweep> findWithoutShards(long id);

    /** Newest first. */
    List<Sweep> list(SweepFilter filter, int offset, int limit);

    long count(SweepFilter filter);

    /** Number of sweeps that are not over. */
    long countActive();

    /** Bytes of results of all sweeps. Looks at every sweep. */
    long storedBytes();

    /**
     * Remembers under which key a sweep was submitted; needs a transaction. When two remember the same key at a time,
     * the second waits for the first and then fails, and so does its transaction.
     *
     * @throws org.springframework.dao.DataAccessException if the key is there already
     */
    void remember(String key, Submission submission);

    /** What was submitted under a key, until the sweep is deleted. */
    Optional<Submission> submission(String key);

    /** Sweeps whose time is over, the oldest first. */
    List<Long> expired(Instant now, int limit);

    /** Locks the row of a sweep until the transaction ends; needs one. */
    Optional<LockedSweep> lock(long id);

    /** Deletes a sweep, its idempotency key, its shards and up to {@code maxBlocks} of its blocks; false if blocks are left. */
    boolean delete(long id, int maxBlocks);

    /**
     * What an idempotency key stands for.
     *
     * @param hash of the definition, in hexadecimal digits
     */
    record Submission(String hash, long sweepId) {}

    /**
     * What is inserted for a new sweep.
     *
     * @param manifest the declaration of its model, as JSON
     * @param retention how long it is kept when it is over; null for ever
     */
    record NewSweep(
            String name,
            String model,
            String modelVersion,
            String definition,
            String manifest,
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
