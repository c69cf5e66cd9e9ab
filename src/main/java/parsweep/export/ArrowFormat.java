package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stream of Arrow record batches: {@code double}, {@code int64}, {@code bool}, {@code utf8}, {@code list<double>}; what
 * is missing is null; a unit is the metadata {@code unit} of its field. Written by the classes that Arrow generates from
 * its schema; Arrow's own writer needs flags of the JVM and memory outside the heap.
 *
 * @see <a href="https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format">IPC Streaming Format</a>
 */
final class ArrowFormat implements ResultFormat {
    /** Readers work batch by batch; beyond this they gain nothing. */
    private static final int BATCH_ROWS = 64 * 1024;

    /** What a download may hold; a row that is longer is a batch of its own. */
    private static final int BATCH_BYTES = 1024 * 1024;

    @Override
    public String extension() {
        return "arrows";
    }

    @Override
    public String mediaType() {
        return "application/vnd.apache.arrow.stream";
    }

    @Override
    public void write(Table table, OutputStream out) throws IOException {
        List<Column> columns = table.columns();
        ArrowMessage.schema(columns).write(out);
        Rows rows = new Rows(columns, out);
        table.read(IntStream.range(0, columns.size()).toArray(), rows);
        rows.flush();
        ArrowMessage.writeEnd(out);
        out.flush();
    }

    /** Gathers rows into record batches. */
    private static final class Rows implements Table.BatchSink {
        private final ArrowColumn[] columns;
        private final OutputStream out;
        private int rows;

        Rows(List<Column> columns, OutputStream out) {
            this.columns = IntStream.range(0, columns.size())
                    .mapToObj(i -> new ArrowColumn(i, columns.get(i).kind()))
                    .toArray(ArrowColumn[]::new);
            this.out = out;
        }

        @Override
        public void accept(Batch batch) throws IOException {
            for (int row = 0; row < batch.rows(); row++) {
                long bytes = 0;
                for (ArrowColumn column : columns) {
                    column.add(batch, row);
                    bytes += column.bytes();
                }
                rows++;
                if (rows == BATCH_ROWS || bytes >= BATCH_BYTES) {
                    flush();
                }
            }
        }

        void flush() throws IOException {
            if (rows == 0) {
                return;
            }
            ArrowMessage.batch(rows, columns).write(out);
            for (ArrowColumn column : columns) {
                for (ColumnBuffer buffer : column.buffers()) {
                    buffer.write(out);
                }
            }
            Arrays.stream(columns).forEach(ArrowColumn::clear);
            rows = 0;
        }
    }
}
