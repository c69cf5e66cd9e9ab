package parsweep.sweep.state;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where the outstanding shards are kept: a few per sweep. Calls join the caller's transaction; those that change
 * something need the lock of the sweep.
 */
public interface ShardStore {
    void insert(Shard shard);

    Optional<Shard> find(long sweepId, long first);

    /** A shard that nobody else changes until the transaction ends. */
    Optional<Shard> lock(long sweepId, long first);

    /** The outstanding shards of a sweep, in the order of their indices. */
    List<Shard> of(long sweepId);

    /** What the outstanding shards of a sweep are together, counted by the database: there may be thousands. */
    Outstanding outstanding(long sweepId);

    /** Some outstanding shards of a sweep that are kept out of the queue, in the order of their indices. */
    List<Shard> parked(long sweepId, int limit);

    /**
     * The outstanding shards of a sweep.
     *
     * @param queued number of those that are in the queue or run
     * @param parked number of those that are kept out of it
     * @param bytes of their results
     */
    record Outstanding(int queued, int parked, long bytes) {
        /** The same when one has ended, whose bytes are the sweep's from then on. */
        public Outstanding without(Shard shard) {
            return shard.parked()
                    ? new Outstanding(queued, parked - 1, bytes)
                    : new Outstanding(queued - 1, parked, bytes);
        }

        public int count() {
            return queued + parked;
        }
    }

    /** The smallest start tag of all shards that are in the queue. */
    OptionalDouble virtualTime();

    /** Notes a shard's new place in the queue, and that it is there. */
    void requeue(Shard shard, double startTag, double promisedSeconds);

    /** Notes that a shard is kept out of the queue. */
    void park(Shard shard);

    /** Moves the end of a shard. */
    void setEnd(Shard shard, long end);

    /**
     * Moves a shard on over indices that need nothing, in a transaction of its own if there is none.
     *
     * @return false if the shard is gone or no longer at {@code from}: another worker has it
     */
    boolean skip(Shard shard, long from, long to);

    /**
     * Deletes a shard and returns what it came to.
     *
     * @return empty if the shard is gone: somebody else finished it
     */
    Optional<Tally> remove(long sweepId, long first);

    /** Ends all shards of a sweep: what they came to moves to the sweep, and blocks that still run are refused. */
    default void foldAll(LockedSweep sweep) {
        of(sweep.id()).forEach(shard -> remove(sweep.id(), shard.first()).ifPresent(sweep::fold));
    }
}
