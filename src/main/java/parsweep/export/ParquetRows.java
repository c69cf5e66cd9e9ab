package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;

/**
 * Rows on their way into the row groups of a Parquet file, cell by cell into the columns of parquet-java: without records
 * in between, and without what it needs of Hadoop but names.
 */
final class ParquetRows implements Table.BatchSink, AutoCloseable {
    /** What a download may hold: a row group, compressed. 100,000 rows and more, unless they are wide. */
    private static final int GROUP_BYTES = 4 * 1024 * 1024;

    /** As large as a group lets them become, since each costs some hundred bytes until the end of the file. */
    private static final int PAGE_BYTES = 1024 * 1024;

    /** What may come in between two looks at what a group has come to. */
    private static final int CHECK_BYTES = 256 * 1024;

    /** The numbers of a row, roughly. */
    private static final int ROW_BYTES = 100;

    private static final int MAX_STATISTICS_BYTES = 64;

    private final Column.Kind[] kinds;
    private final int[] present; // definition level of a value, or of an array
    private final MessageType schema;
    private final ParquetProperties properties;
    private final ZstdCompressor compressor = new ZstdCompressor();
    private final ParquetFileWriter file;
    private final ColumnWriter[] writers;
    private ColumnChunkPageWriteStore pages;
    private ColumnWriteStore store;
    private long groupRows;
    private long unchecked;

    @SuppressWarnings("NullAway.Init") // pages and store, by startGroup()
    ParquetRows(List<Column> columns, MessageType schema, OutputStream out) throws IOException {
        this.kinds = columns.stream().map(Column::kind).toArray(Column.Kind[]::new);
        this.present =
                columns.stream().mapToInt(column -> column.mayMiss() ? 1 : 0).toArray();
        this.schema = schema;
        ParquetProperties.Builder builder = ParquetProperties.builder()
                .withPageSize(PAGE_BYTES)
                .withPageRowCountLimit(Integer.MAX_VALUE)
                .withDictionaryEncoding(false) // numbers rarely repeat, and to find out takes two thirds of the time
                .withDictionaryPageSize(PAGE_BYTES / 4)
                .withSizeStatisticsEnabled(false)
                .withAllocator(HeapByteBufferAllocator.getInstance());
        columns.stream()
                .filter(column -> column.kind() == Column.Kind.TEXT)
                .forEach(column -> builder.withDictionaryEncoding(column.name(), true));
        this.properties = builder.build();
        this.file = new ParquetFileWriter(
                new ParquetOutput(out),
                schema,
                ParquetFileWriter.Mode.CREATE,
                Long.MAX_VALUE, // no blocks of a file system to align with
                0,
                MAX_STATISTICS_BYTES,
                MAX_STATISTICS_BYTES,
                false);
        this.writers = new ColumnWriter[kinds.length];
        file.start();
        startGroup();
    }

    private void startGroup() {
        pages = new ColumnChunkPageWriteStore(
                compressor, schema, properties.getAllocator(), properties.getColumnIndexTruncateLength());
        store = properties.newColumnWriteStore(schema, pages, pages);
        List<ColumnDescriptor> descriptors = schema.getColumns();
        for (int i = 0; i < writers.length; i++) {
            writers[i] = store.getColumnWriter(descriptors.get(i));
        }
        groupRows = 0;
    }

    @Override
    public void accept(Batch batch) throws IOException {
        for (int row = 0; row < batch.rows(); row++) {
            for (int column = 0; column < kinds.length; column++) {
                if (batch.isMissing(column, row)) {
                    writers[column].writeNull(0, 0);
                } else {
                    write(batch, column, row, writers[column]);
                }
            }
            store.endRecord();
            groupRows++;
            unchecked += ROW_BYTES;
            if (unchecked >= CHECK_BYTES) {
                endGroupIfFull();
            }
        }
    }

    private void write(Batch batch, int column, int row, ColumnWriter writer) {
        switch (kinds[column]) {
            case REAL -> writer.write(batch.real(column, row), 0, present[column]);
            case INTEGER -> writer.write(batch.integer(column, row), 0, present[column]);
            case BOOLEAN -> writer.write(batch.flag(column, row), 0, present[column]);
            case TEXT -> {
                Binary text = Binary.fromString(batch.text(column, row));
                writer.write(text, 0, present[column]);
                unchecked += text.length();
            }
            case ARRAY -> {
                writeArray(batch, column, row, writer);
                unchecked += (long) batch.arrayLength(column, row) * Double.BYTES;
            }
        }
    }

    /**
     * Definition levels: that of an array is that of an empty one, and one more that of an element; a missing one has 0.
     * Repetition level 1 goes on with the same array.
     */
    private void writeArray(Batch batch, int column, int row, ColumnWriter writer) {
        int length = batch.arrayLength(column, row);
        int level = present[column];
        if (length == 0) {
            writer.writeNull(0, level);
            return;
        }
        double[] elements = batch.elements(column);
        int start = batch.arrayStart(column, row);
        writer.write(elements[start], 0, level + 1);
        for (int i = start + 1; i < start + length; i++) {
            writer.write(elements[i], 1, level + 1);
        }
    }

    private void endGroupIfFull() throws IOException {
        unchecked = 0;
        if (store.getBufferedSize() >= GROUP_BYTES) {
            endGroup();
            startGroup();
        }
    }

    private void endGroup() throws IOException {
        if (groupRows > 0) {
            file.startBlock(groupRows);
            store.flush();
            pages.flushToFileWriter(file);
            file.endBlock();
        }
        closeGroup();
    }

    private void closeGroup() {
        store.close();
        pages.close();
    }

    /** Writes what is left, and the directory. */
    void end(Map<String, String> metadata) throws IOException {
        endGroup();
        file.end(metadata);
    }

    @Override
    public void close() {
        closeGroup();
        compressor.release();
    }
}
