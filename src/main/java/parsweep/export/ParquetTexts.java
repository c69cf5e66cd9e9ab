package parsweep.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** A column of texts: entries of a dictionary, since most are one of a few words; its length is that of the row group at most. */
final class ParquetTexts extends ParquetColumn {
    /** What an entry costs besides its text, roughly. */
    private static final int ENTRY_BYTES = 100;

    private final Map<String, Integer> entries = new HashMap<>();
    private final ColumnBuffer dictionary = new ColumnBuffer();
    private int dictionaryBytes; // before they were compressed
    private @Nullable String last;
    private int lastEntry;

    ParquetTexts(int column, ColumnDescriptor descriptor) {
        super(column, descriptor);
    }

    @Override
    void add(Batch batch, int from, int to) throws IOException {
        for (int row = from; row < to; row++) {
            if (batch.isMissing(column, row)) {
                addMissing(0);
            } else {
                add(batch.text(column, row));
            }
        }
    }

    private void add(String text) throws IOException {
        if (!text.equals(last)) {
            last = text;
            lastEntry = entries.computeIfAbsent(text, this::newEntry);
        }
        values.word(lastEntry);
        addPresent(1);
    }

    private int newEntry(String text) {
        byte[] bytes = utf8(text);
        dictionary.word(bytes.length);
        dictionary.bytes(bytes, 0, bytes.length);
        return entries.size();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    long bytes() {
        return super.bytes() + dictionary.size() + (long) entries.size() * ENTRY_BYTES;
    }

    @Override
    void encodeValues(ColumnBuffer page) throws IOException {
        int greatest = Math.max(0, entries.size() - 1);
        ParquetLevels numbers = new ParquetLevels(greatest);
        ByteBuffer words = ByteBuffer.wrap(values.array(), 0, values.size()).order(ByteOrder.LITTLE_ENDIAN);
        while (words.hasRemaining()) {
            numbers.add(words.getInt(), 1);
        }
        page.octet(numbers.width());
        numbers.writeTo(page);
    }

    @Override
    void compress(ZstdCompressor compressor) throws IOException {
        super.compress(compressor);
        dictionaryBytes = dictionary.size();
        compressor.compress(dictionary, dictionary);
    }

    @Override
    Encoding encoding() {
        return Encoding.RLE_DICTIONARY;
    }

    @Override
    void addRange(Statistics<?> statistics) {
        entries.keySet().forEach(text -> statistics.updateStats(Binary.fromConstantByteArray(utf8(text))));
    }

    @Override
    void writeDictionary(ParquetFileWriter file) throws IOException {
        BytesInput bytes = BytesInput.from(dictionary.array(), 0, dictionary.size());
        file.writeDictionaryPage(new DictionaryPage(bytes, dictionaryBytes, entries.size(), Encoding.PLAIN));
    }

    @Override
    void clear() {
        super.clear();
        entries.clear();
        dictionary.clear();
        last = null;
    }
}
