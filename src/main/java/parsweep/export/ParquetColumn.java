package parsweep.export;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * A column of a row group of Parquet, gathered into one page: levels, that say which values are there, and those values.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/">Apache Parquet, data pages</a>
 */
abstract sealed class ParquetColumn permits ParquetScalars, ParquetTexts, ParquetArrays {
    final int column;
    final ColumnBuffer values = new ColumnBuffer(); // once compressed, the page
    private final ColumnDescriptor descriptor;
    private final int present; // definition level of a value
    private final ParquetLevels definitions;
    private Statistics<?> statistics;
    private int count;
    private int missing;
    private int pageBytes;

    /**
     * @param column position in the table
     */
    ParquetColumn(int column, ColumnDescriptor descriptor) {
        this.column = column;
        this.descriptor = descriptor;
        this.present = descriptor.getMaxDefinitionLevel();
        this.definitions = new ParquetLevels(present);
        this.statistics = Statistics.createStats(descriptor.getPrimitiveType());
    }

    static ParquetColumn of(Column.Kind kind, int column, ColumnDescriptor descriptor) {
        return switch (kind) {
            case REAL -> new ParquetScalars.Reals(column, descriptor);
            case INTEGER -> new ParquetScalars.Integers(column, descriptor);
            case BOOLEAN -> new ParquetScalars.Flags(column, descriptor);
            case TEXT -> new ParquetTexts(column, descriptor);
            case ARRAY -> new ParquetArrays(column, descriptor);
        };
    }

    /** Adds rows [from, to) of a batch. */
    abstract void add(Batch batch, int from, int to) throws IOException;

    /** Adds that a value is there. */
    final void addPresent(int times) throws IOException {
        if (present > 0) {
            definitions.add(present, times);
        }
        count += times;
    }

    /**
     * Adds that there is no value.
     *
     * @param level which it is that is not there, the outermost being 0
     */
    final void addMissing(int level) throws IOException {
        definitions.add(level, 1);
        count++;
        missing++;
    }

    /** What has been added, roughly. */
    long bytes() {
        return values.size();
    }

    /** Compresses what has been added, after which it can be written. Different columns by different threads, if need be. */
    void compress(ZstdCompressor compressor) throws IOException {
        ColumnBuffer page = compressor.page();
        encodeRepetitions(page);
        if (present > 0) {
            definitions.writeWithLengthTo(page);
        }
        encodeValues(page);
        pageBytes = page.size();
        compressor.compress(page, values);
        statistics.incrementNumNulls(missing);
        addRange(statistics);
    }

    void encodeRepetitions(ColumnBuffer page) throws IOException {}

    void encodeValues(ColumnBuffer page) throws IOException {
        page.buffer(values);
    }

    Encoding encoding() {
        return Encoding.PLAIN;
    }

    /** Adds the least and the greatest value, if there are such. */
    abstract void addRange(Statistics<?> statistics);

    void writeTo(ParquetFileWriter file, int rows) throws IOException {
        file.startColumn(descriptor, count, CompressionCodecName.ZSTD);
        writeDictionary(file);
        BytesInput page = BytesInput.from(values.array(), 0, values.size());
        file.writeDataPage(count, pageBytes, page, statistics, rows, Encoding.RLE, Encoding.RLE, encoding());
        if (!statistics.hasNonNullValue() && missing < count) {
            file.invalidateStatistics(statistics); // or the index would say that the page has no values
        }
        file.endColumn();
    }

    void writeDictionary(ParquetFileWriter file) throws IOException {}

    void clear() {
        values.clear();
        definitions.clear();
        statistics = Statistics.createStats(descriptor.getPrimitiveType());
        count = 0;
        missing = 0;
    }
}
