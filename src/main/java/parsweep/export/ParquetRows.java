package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;

/**
 * Rows on their way into the row groups of a Parquet file, column by column: parquet-java, which would take them cell by
 * cell, only writes what is around pages.
 *
 * <p>The columns of a group are compressed in parallel, on the common pool and by the calling thread, which waits for it.
 */
final class ParquetRows implements Table.BatchSink, AutoCloseable {
    /** Beyond this, readers and the compressor gain next to nothing. */
    private static final int GROUP_ROWS = 61_440;

    /** What a download may hold: a row group, before it is compressed. */
    private static final int GROUP_BYTES = 4 * 1024 * 1024;

    private static final int MAX_STATISTICS_BYTES = 64;

    private final ParquetColumn[] columns;
    private final ParquetColumn[] fixed; // of values of the same width
    private final ParquetColumn[] varying;
    private final ParquetFileWriter file;
    private final Queue<ZstdCompressor> idle = new ConcurrentLinkedQueue<>();
    private int rows; // of the group

    ParquetRows(List<Column> columns, MessageType schema, OutputStream out) throws IOException {
        this.columns = IntStream.range(0, columns.size())
                .mapToObj(i -> ParquetColumn.of(
                        columns.get(i).kind(), i, schema.getColumns().get(i)))
                .toArray(ParquetColumn[]::new);
        this.fixed = Arrays.stream(this.columns)
                .filter(ParquetScalars.class::isInstance)
                .toArray(ParquetColumn[]::new);
        this.varying = Arrays.stream(this.columns)
                .filter(column -> !(column instanceof ParquetScalars))
                .toArray(ParquetColumn[]::new);
        this.file = new ParquetFileWriter(
                new ParquetOutput(out),
                schema,
                ParquetFileWriter.Mode.CREATE,
                Long.MAX_VALUE, // no blocks of a file system to align with
                0,
                MAX_STATISTICS_BYTES,
                MAX_STATISTICS_BYTES,
                false);
        file.start();
    }

    /** Columns of fixed width go many rows at a time, which is faster; of the others a single row may fill a group. */
    @Override
    public void accept(Batch batch) throws IOException {
        int from = 0;
        for (int row = 0; row < batch.rows(); row++) {
            for (ParquetColumn column : varying) {
                column.add(batch, row, row + 1);
            }
            rows++;
            if (isFull()) {
                addFixed(batch, from, row + 1);
                endGroup();
                from = row + 1;
            }
        }
        addFixed(batch, from, batch.rows());
    }

    private void addFixed(Batch batch, int from, int to) throws IOException {
        for (ParquetColumn column : fixed) {
            column.add(batch, from, to);
        }
    }

    private boolean isFull() {
        long bytes = (long) rows * fixed.length * Long.BYTES;
        for (ParquetColumn column : varying) {
            bytes += column.bytes();
        }
        return rows == GROUP_ROWS || bytes >= GROUP_BYTES;
    }

    private void endGroup() throws IOException {
        try {
            Arrays.stream(columns).parallel().forEach(this::compress);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        file.startBlock(rows);
        for (ParquetColumn column : columns) {
            column.writeTo(file, rows);
            column.clear();
        }
        file.endBlock();
        rows = 0;
    }

    private void compress(ParquetColumn column) {
        ZstdCompressor compressor = idle.poll();
        compressor = compressor == null ? new ZstdCompressor() : compressor;
        try {
            column.compress(compressor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            idle.add(compressor);
        }
    }

    /** Writes what is left, and the directory. */
    void end(Map<String, String> metadata) throws IOException {
        if (rows > 0) {
            endGroup();
        }
        file.end(metadata);
    }

    @Override
    public void close() {
        idle.forEach(ZstdCompressor::close);
    }
}
