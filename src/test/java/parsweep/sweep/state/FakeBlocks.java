package parsweep.sweep.state;

import java.time.Instant;
import java.util.List;
import parsweep.outcome.Block;
import parsweep.outcome.FailureGroup;

/** Blocks of one sweep, of which only the indices are known. */
public record FakeBlocks(List<Span> spans) implements BlockStore {
    @Override
    public List<Span> spans(long sweepId, long from, long end, int limit) {
        return spans.stream()
                .filter(span -> span.end() > from && span.first() < end)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean append(Shard shard, Block block) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean replace(Shard shard, List<Block> blocks) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoredBlock next(long sweepId, long index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<FailureGroup> failures(long sweepId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long finishedSince(long sweepId, Instant since) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Slowest> slowest(long sweepId, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long end(long sweepId) {
        throw new UnsupportedOperationException();
    }
}
