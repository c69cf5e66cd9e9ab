package parsweep.web.results;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import parsweep.export.Column;
import parsweep.export.Table;
import parsweep.sweep.SweepResults;
import parsweep.sweep.Sweeps;
import parsweep.web.BadRequest;

/**
 * Makes tables that go on until their sweep is over: the rows of what is finished, in the order of the indices, so that
 * in the end they are those of the finished sweep. The request's thread waits, and looks a few times a second; when the
 * service stops, it ends by an error, since the table is not complete.
 */
@Component
class Follower implements SmartLifecycle {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** How often a client that waits is sent something, which shows whether it is still there. */
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Sweeps sweeps;
    private final Object lock = new Object();
    private boolean running; // guarded by lock

    Follower(Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    /**
     * The table of a query.
     *
     * @throws BadRequest if the query is not sound, or wants an order, which is only known in the end
     */
    Table follow(SweepResults results, ResultQuery query) {
        if (query.sort() != null) {
            throw BadRequest.parameter("sort", query.sort(), "none: follow=true sends rows as they come");
        }
        IndexRange range = IndexRange.of(query, results.sweep().size());
        Selection selection = Selection.of(query, ResultColumns.of(results, false), range);
        return new GrowingTable(results.sweep().id(), selection, range);
    }

    /** False when the service stops. */
    private boolean pause() throws InterruptedException {
        synchronized (lock) {
            long end = System.nanoTime() + LOOK_NANOS;
            for (long left = LOOK_NANOS; running && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
            return running;
        }
    }

    @Override
    public void start() {
        synchronized (lock) {
            running = true;
        }
    }

    @Override
    public void stop() {
        synchronized (lock) {
            running = false;
            lock.notifyAll();
        }
    }

    @Override
    public boolean isRunning() {
        synchronized (lock) {
            return running;
        }
    }

    /** Before the web server, which waits for its requests. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }

    /** Can be read once. */
    private final class GrowingTable implements Table {
        private final long id;
        private final Selection selection;
        private final IndexRange range;
        private long next;
        private long rows;

        GrowingTable(long id, Selection selection, IndexRange range) {
            this.id = id;
            this.selection = selection;
            this.range = range;
            this.next = range.from();
        }

        @Override
        public List<Column> columns() {
            return selection.columns().stream().map(ResultColumn::column).toList();
        }

        @Override
        public long rows() {
            throw new UnsupportedOperationException("a table that grows");
        }

        @Override
        public Table slice(long from, long to) {
            throw new UnsupportedOperationException("a table that grows");
        }

        @Override
        public void read(int[] wanted, BatchSink sink) throws IOException {
            sink.pause(); // who asks is to know that he is heard
            long told = System.nanoTime();
            boolean over = false;
            while (!over && next < range.to() && rows < selection.limit()) {
                SweepResults results = sweeps.results(id);
                over = results.sweep().state().isTerminal(); // first: what is there afterwards is all
                long before = rows;
                deliver(results, over, wanted, sink);
                if (rows > before) {
                    sink.pause();
                    told = System.nanoTime();
                } else if (!over && System.nanoTime() - told >= IDLE_NANOS) {
                    sink.idle();
                    told = System.nanoTime();
                }
                if (!over) {
                    await();
                }
            }
        }

        private void await() throws IOException {
            try {
                if (!pause()) {
                    throw new IOException("the service stops");
                }
            } catch (InterruptedException e) {
                throw (IOException) new InterruptedIOException("the service stops").initCause(e);
            }
        }

        /** Rows up to the first index without an outcome, or all there are. */
        private void deliver(SweepResults results, boolean all, int[] wanted, BatchSink sink) throws IOException {
            Committed committed = Committed.of(results, next);
            int run = committed.runAfter(next);
            long end = range.to();
            if (!all) {
                boolean isThere = run < committed.runs() && committed.start(run) <= next;
                end = isThere ? Math.min(end, committed.end(run)) : next;
            }
            RowScan scan = new RowScan(results, new IndexRange(next, end), committed, false, selection.sample());
            List<ResultColumn> asked =
                    Arrays.stream(wanted).mapToObj(selection.columns()::get).toList();
            scan.read(new SweepBatch(results, selection, asked), 0, selection.limit() - rows, batch -> {
                sink.accept(batch);
                rows += batch.rows();
            });
            next = end;
        }
    }
}
