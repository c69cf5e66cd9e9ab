package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Four million rows are written from one batch at a time; {@link MemoryBatch} sees to it that none is used later. */
class StreamingTest {
    private static final int ROWS = 4_000_000;
    private static final int BATCH_ROWS = 4096;

    /** The most that a row takes in any format: {@code {"number":18 digits},\n}. */
    private static final long MAX_ROW_BYTES = 40;

    static List<ResultFormat> formats() {
        return ResultFormats.all();
    }

    /** What a writer may hold: two buffers of 64 KB and the end of an archive, a record batch, a row group. */
    private static long mayHoldBack(ResultFormat format) {
        return switch (format.extension()) {
            case "parquet", "arrows" -> 1024 * 1024;
            default -> 192 * 1024;
        };
    }

    /** Were rows gathered, what the stream has got when the last batch comes would lag by more than the buffers. */
    @ParameterizedTest
    @MethodSource("formats")
    void whatWasHandedOverIsWrittenBeforeMoreIsRead(ResultFormat format) throws IOException {
        CountingStream out = new CountingStream();
        LongTable table = new LongTable((int) Math.min(ROWS, format.maxRows()), out);

        format.write(table, out);

        assertThat(out.bytes).isGreaterThan(4 * mayHoldBack(format));
        assertThat(out.bytes - table.bytesBeforeLastBatch).isLessThan(mayHoldBack(format) + BATCH_ROWS * MAX_ROW_BYTES);
    }

    /** A column of whole numbers, made on the way, that look like any to those who compress. */
    private static final class LongTable implements Table {
        private final int rows;
        private final CountingStream out;
        private long bytesBeforeLastBatch;

        LongTable(int rows, CountingStream out) {
            this.rows = rows;
            this.out = out;
        }

        @Override
        public List<Column> columns() {
            return List.of(MemoryTable.column("number", Column.Kind.INTEGER));
        }

        @Override
        public long rows() {
            return rows;
        }

        @Override
        public Table slice(long from, long to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void read(int[] columns, BatchSink sink) throws IOException {
            for (int from = 0; from < rows; from += BATCH_ROWS) {
                bytesBeforeLastBatch = out.bytes;
                sink.accept(new Numbers(from, Math.min(BATCH_ROWS, rows - from)));
            }
        }
    }

    private record Numbers(long from, int rows) implements Batch {
        @Override
        public boolean isMissing(int column, int row) {
            return false;
        }

        @Override
        public long integer(int column, int row) {
            return 100_000_000_000_000_000L + (((from + row) * 0x9E3779B97F4A7C15L) >>> 12);
        }

        @Override
        public double real(int column, int row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean flag(int column, int row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String text(int column, int row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double[] elements(int column) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int arrayStart(int column, int row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int arrayLength(int column, int row) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class CountingStream extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
        }
    }
}
