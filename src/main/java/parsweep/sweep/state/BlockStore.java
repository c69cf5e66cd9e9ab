package parsweep.sweep.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parsweep.outcome.Block;
import parsweep.outcome.FailureGroup;

/** Where blocks are kept. Calls join the caller's transaction. */
public interface BlockStore {
    /**
     * Stores the next block of a shard and moves the shard on, in one transaction.
     *
     * @return false if the shard is gone or no longer at the block's first index: another worker has it
     */
    boolean append(Shard shard, Block block);

    /**
     * Stores blocks in the place of one that covers the same indices and moves the shard on to the end of the first of
     * them, in one transaction.
     *
     * @return false if the shard is gone or no longer at the block's first index: another worker has it
     */
    boolean replace(Shard shard, List<Block> blocks);

    /** The first block that ends after {@code index}. */
    @Nullable
    StoredBlock next(long sweepId, long index);

    /** Blocks that end after {@code from} and begin before {@code end}, in order, without their payloads. */
    List<Span> spans(long sweepId, long from, long end, int limit);

    /** The block that holds an index. */
    default Optional<Span> at(long sweepId, long index) {
        return spans(sweepId, index, index + 1, 1).stream().findFirst();
    }

    /** The failures of a sweep, the largest groups first, at most a hundred. */
    List<FailureGroup> failures(long sweepId);

    /** Number of points in the blocks stored since then. */
    long finishedSince(long sweepId, Instant since);

    /**
     * Blocks in the order of the time of their slowest point, the longest first. A block of version 0.1, of which that is
     * not known, stands where the sum of its points' times would.
     */
    List<Slowest> slowest(long sweepId, int limit);

    /** One past the last index that any block holds; 0 if there is no block. */
    long end(long sweepId);

    /** A block as stored. */
    @SuppressWarnings("ArrayRecordComponent") // passes the payload on, never compared
    record StoredBlock(long first, int count, byte[] payload) {}

    /**
     * A block and an upper bound of the times of its points.
     *
     * @param first its first index
     */
    record Slowest(long first, double seconds) {}

    /** The indices of a block, and how many of them failed. */
    record Span(long first, int count, int failed) {
        public long end() {
            return first + count;
        }
    }
}
