package parsweep.web.results;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import parsweep.export.Table.BatchSink;
import parsweep.sweep.SweepResults.OutcomeBlock;

/** Gathers the rows that a filter accepts into batches, and hands out those at positions [skip, end). */
final class RowWindow {
    private final SweepBatch batch;
    private final long skip;
    private final long end;
    private final BatchSink sink;
    private long position; // rows accepted so far

    RowWindow(SweepBatch batch, long skip, long end, BatchSink sink) {
        this.batch = batch;
        this.skip = skip;
        this.end = end;
        this.sink = sink;
    }

    boolean isFull() {
        return position >= end;
    }

    /** Moves to the rows of a block. */
    RowWindow at(@Nullable OutcomeBlock block) {
        batch.moveTo(block);
        return this;
    }

    void add(long index) throws IOException {
        if (!batch.add(index)) {
            return;
        }
        if (position++ < skip) {
            batch.removeLast();
        }
        if (batch.rows() == SweepTable.BATCH_ROWS) {
            flush();
        }
    }

    void flush() throws IOException {
        if (batch.rows() > 0) {
            sink.accept(batch);
            batch.clear();
        }
    }
}
